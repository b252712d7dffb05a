package tributary.store;

import java.util.Set;

/// What a token may allow: HubSpot's names where they exist.
public final class Scopes {
    public static final String CAMPAIGNS_READ = "marketing.campaigns.read";
    public static final String CAMPAIGNS_WRITE = "marketing.campaigns.write";
    public static final String CAMPAIGNS_REVENUE_READ = "marketing.campaigns.revenue.read";
    public static final String CONTACTS_READ = "crm.objects.contacts.read";
    public static final String CONTACTS_WRITE = "crm.objects.contacts.write";
    public static final String DEALS_READ = "crm.objects.deals.read";
    public static final String DEALS_WRITE = "crm.objects.deals.write";
    /// What a write key holds.
    public static final String INTERACTIONS_WRITE = "interactions.write";
    public static final String HISTORY_WRITE = "history.write";
    public static final String RULES_WRITE = "rules.write";
    public static final String ACCOUNT_ADMIN = "account.admin";

    public static final Set<String> ALL = Set.of(
            CAMPAIGNS_READ,
            CAMPAIGNS_WRITE,
            CAMPAIGNS_REVENUE_READ,
            CONTACTS_READ,
            CONTACTS_WRITE,
            DEALS_READ,
            DEALS_WRITE,
            INTERACTIONS_WRITE,
            HISTORY_WRITE,
            RULES_WRITE,
            ACCOUNT_ADMIN);

    private Scopes() {}
}
