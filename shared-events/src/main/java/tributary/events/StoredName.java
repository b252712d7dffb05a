package tributary.events;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// Under which name a fact is stored: stable, whatever becomes of packages and classes.
public enum StoredName {
    ACCOUNT_OPENED("account.opened", AccountEvent.AccountOpened.class),
    ACCOUNT_CHANGED("account.changed", AccountEvent.AccountChanged.class),
    RULE_SET_DEFINED("account.rule-set-defined", AccountEvent.RuleSetDefined.class),
    PIPELINE_DEFINED("account.pipeline-defined", AccountEvent.PipelineDefined.class),
    RATE_SET("account.rate-set", AccountEvent.RateSet.class),
    CAMPAIGN_CREATED("campaign.created", CampaignEvent.CampaignCreated.class),
    CAMPAIGN_CHANGED("campaign.changed", CampaignEvent.CampaignChanged.class),
    CAMPAIGN_DELETED("campaign.deleted", CampaignEvent.CampaignDeleted.class),
    ASSET_ASSOCIATED("campaign.asset-associated", CampaignEvent.AssetAssociated.class),
    ASSET_DISSOCIATED("campaign.asset-dissociated", CampaignEvent.AssetDissociated.class),
    BUDGET_SET("campaign.budget-set", CampaignEvent.BudgetSet.class),
    BUDGET_REMOVED("campaign.budget-removed", CampaignEvent.BudgetRemoved.class),
    SPEND_SET("campaign.spend-set", CampaignEvent.SpendSet.class),
    SPEND_REMOVED("campaign.spend-removed", CampaignEvent.SpendRemoved.class),
    ASSET_DESCRIBED("asset.described", AssetEvent.AssetDescribed.class),
    CONTACT_CREATED("contact.created", ContactEvent.ContactCreated.class),
    CONTACT_DISCOVERED("contact.discovered", ContactEvent.ContactDiscovered.class),
    CONTACT_CHANGED("contact.changed", ContactEvent.ContactChanged.class),
    VISITOR_IDENTIFIED("contact.visitor-identified", ContactEvent.VisitorIdentified.class),
    CONTACTS_MERGED("contact.merged", ContactEvent.ContactsMerged.class),
    CONTACT_DELETED("contact.deleted", ContactEvent.ContactDeleted.class),
    CONTACT_RESTORED("contact.restored", ContactEvent.ContactRestored.class),
    CONTACT_ERASED("contact.erased", ContactEvent.ContactErased.class),
    DEAL_CREATED("deal.created", DealEvent.DealCreated.class),
    DEAL_CHANGED("deal.changed", DealEvent.DealChanged.class),
    DEAL_ASSOCIATED("deal.associated", DealEvent.DealAssociated.class),
    DEAL_DISSOCIATED("deal.dissociated", DealEvent.DealDissociated.class),
    DEAL_DELETED("deal.deleted", DealEvent.DealDeleted.class),
    DEAL_RESTORED("deal.restored", DealEvent.DealRestored.class),
    DEALS_MERGED("deal.merged", DealEvent.DealsMerged.class),
    INTERACTIONS_RECORDED("interactions.recorded", InteractionsRecorded.class);

    private static final Map<String, StoredName> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(StoredName::stored, name -> name));
    private static final Map<Class<?>, StoredName> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(StoredName::type, name -> name));

    private final String stored;
    private final Class<? extends Fact> type;

    StoredName(String stored, Class<? extends Fact> type) {
        this.stored = stored;
        this.type = type;
    }

    public String stored() {
        return stored;
    }

    public Class<? extends Fact> type() {
        return type;
    }

    /// @throws IllegalArgumentException if no fact is stored under this name, naming it
    public static StoredName of(String stored) {
        var name = BY_NAME.get(stored);
        if (name == null) throw new IllegalArgumentException("no fact is stored under the name " + stored);
        return name;
    }

    /// @throws IllegalArgumentException if facts of this type have no stored name
    public static StoredName of(Class<?> type) {
        var name = BY_TYPE.get(type);
        if (name == null) throw new IllegalArgumentException(type + " has no stored name");
        return name;
    }
}
