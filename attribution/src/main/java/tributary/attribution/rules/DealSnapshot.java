package tributary.attribution.rules;

/// Which contacts are a won deal's (DEAL-3, D-40).
public enum DealSnapshot {
    /// Those associated at the moment of the win.
    AT_WIN,
    /// Those associated to this day.
    AT_PRESENT,
    /// Those associated at any time.
    EVER
}
