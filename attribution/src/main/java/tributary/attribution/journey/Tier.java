package tributary.attribution.journey;

/// Which metrics an account may see (TIER-1, DEC-12). Judging is the same in each.
public enum Tier {
    PROFESSIONAL,
    ENTERPRISE,
    ALL
}
