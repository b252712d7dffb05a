package tributary.attribution.explain;

/// Metrics that count contacts.
public enum ContactMetric {
    NEW_CONTACTS_FIRST_TOUCH("newContactsFirstTouch"),
    NEW_CONTACTS_LAST_TOUCH("newContactsLastTouch"),
    INFLUENCED_CONTACTS("influencedContacts"),
    REVENUE_CONTACTS("revenueContacts");

    private final String publicName;

    ContactMetric(String publicName) {
        this.publicName = publicName;
    }

    /// As in docs/api.md.
    public String publicName() {
        return publicName;
    }
}
