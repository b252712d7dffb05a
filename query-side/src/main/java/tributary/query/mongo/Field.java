package tributary.query.mongo;

/// Names of fields, as docs/read-models.md explains them. Counters are named as in the API.
final class Field {
    static final String ID = "_id";
    static final String PUBLICATION = "publication";
    static final String CAMPAIGN = "campaign";
    static final String DAY = "day";
    static final String BUCKET = "bucket";
    static final String DEAL = "deal";
    static final String ACCOUNT = "account";
    static final String RULE_SET = "ruleSet";
    static final String POSITION = "position";
    static final String CURRENCY = "currency";
    static final String TIME_ZONE = "timeZone";
    static final String TIER = "tier";
    static final String WEEK_START = "weekStart";
    static final String BOT_FILTER = "emailBotFilter";
    static final String SITE_DOMAINS = "siteDomains";
    static final String INTERACTION_TYPES = "interactionTypes";
    static final String PARAMETERS = "parameters";
    static final String LEFTOVERS = "leftovers";
    static final String NAME = "name";
    static final String ATTRIBUTABLE = "attributable";
    static final String REVENUE_CONTACT_IDS = "revenueContactIds";
    static final String CONTACTS = "contacts";
    static final String CONTACT = "contact";
    static final String REVENUE_SINCE = "revenueSince";
    static final String INFLUENCES = "influences";
    static final String BY = "by";
    static final String AT = "at";
    static final String CLOSE_DATE = "closeDate";
    static final String WON_AT = "wonAt";
    static final String ELIGIBLE_AMOUNT = "eligibleAmount";
    static final String CLOSED_BY = "closedBy";
    static final String INFLUENCED_BY = "influencedBy";
    static final String AMOUNT = "amount";
    static final String SENT = "sent";
    static final String PIPELINE = "pipeline";
    static final String STAGE = "stage";
    static final String PROBLEM = "problem";
    static final String CREATED_AT = "createdAt";
    static final String UPDATED_AT = "updatedAt";
    static final String DELETED = "deleted";
    static final String PROPERTIES = "properties";
    static final String GOALS = "goals";
    static final String VALUE = "value";
    static final String BUDGET = "budget";
    static final String SPEND = "spend";
    static final String ITEM = "id";
    static final String ORDER = "order";
    static final String DESCRIPTION = "description";
    static final String ASSETS = "assets";
    static final String TYPE = "type";
    static final String URL = "url";
    static final String ASSOCIATED_AT = "associatedAt";
    static final String REMOVED_AT = "removedAt";

    private Field() {}
}
