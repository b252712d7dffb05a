package tributary.attribution.rules;

/// What must come before a win to count for the deal (DEAL-2, DEC-9, ATT-5).
public enum DealOrder {
    /// Only what happened strictly before the win.
    BEFORE_WIN,
    /// What happened at the very instant of the win too.
    UP_TO_WIN
}
