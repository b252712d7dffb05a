package tributary.attribution;

/// Why an act may not be a person's (D-12). `NONE` stands first, so that 0 in packed columns means a person.
public enum Doubt {
    NONE,
    KNOWN_BOT,
    IP_EXCLUDED,
    APPLE_PRIVACY,
    SCANNER
}
