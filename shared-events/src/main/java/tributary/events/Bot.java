package tributary.events;

/// Why an interaction may not be a person's (D-12).
public enum Bot {
    KNOWN_BOT,
    IP_EXCLUDED,
    APPLE_PRIVACY,
    SCANNER
}
