package tributary.attribution.rules;

/// Whether scanners, and opens by Apple's privacy proxy, are left out (D-12, INFL-7).
public enum BotFilter {
    /// As the account's own setting says.
    AS_ACCOUNT,
    ON,
    OFF
}
