package tributary.attribution.explain;

/// Why something did not count: a closed vocabulary, also in docs/reasons.md. Each names the rule of docs/rules.md
/// that refused.
public enum Reason {
    KNOWN_BOT("D-12", "A known bot, or an excluded address, did it: it never counts."),
    FILTERED_BOT("INFL-7", "The email bot filter leaves it out: a scanner, or an open by Apple's privacy proxy."),
    BEFORE_ASSOCIATION("MATCH-4", "It happened before the asset was associated with the campaign."),
    AFTER_REMOVAL("MATCH-6", "It happened while the campaign no longer held the asset, UTM value or keyword."),
    BEFORE_UTM_OR_KEYWORD("MATCH-5", "It happened before the campaign had this UTM value or keyword."),
    REMOVED_ASSET(
            "DEC-1", "The campaign no longer holds what it came by, and these rules then take back what it counted."),
    KEYWORDS_OFF("D-36", "Keywords do not count under these rules."),

    NOT_INFLUENCING("INFL-1", "This kind of act with this kind of asset does not influence."),
    AD_NOT_INFLUENCING("INFL-2", "Acts with ads do not influence under these rules."),
    LIST_NOT_STATIC("INFL-1", "Being added to an active list does not influence; only a static one does."),
    FORM_NOT_SUBMITTED("INFL-1", "The CTA holds a form, so viewing it is not enough: it must be submitted."),
    NOT_FIRST_KEYWORD_VISIT("INFL-1", "A keyword influences only on the contact's first visit ever."),
    KNOWLEDGE_ARTICLE("D-15", "A knowledge base article does not count here as content of the campaign."),

    NOT_A_VISIT("NCF-1", "Only visits to pages are first touches."),
    NOT_THE_FIRST_VISIT("NCF-6", "Only the contact's first visit ever matters, and this is a later one."),
    FIRST_VISIT_EXCLUDED("NCF-3", "The session of the first visit came by a workflow, a CTA or an ad."),
    FIRST_VISIT_AFTER_CREATION("NCF-4", "The contact existed before this first visit."),
    NEVER_VISITED("NCF-4", "The contact never visited a page."),
    FIRST_VISIT_ELSEWHERE("NCF-1", "The contact's first visit has nothing to do with the campaign."),
    NOT_A_TRAFFIC_PAGE("NCF-1", "A page of this type does not count as traffic."),

    NOT_CREATED_BY_CONVERSION("NCL-5", "The contact was not created by a submission or a login of its own."),
    CONVERSION_BY_BOT("D-8", "A bot's submission created the contact: that is no conversion."),
    NO_SESSION_AT_CONVERSION("D-30", "No session was running in the browser when the contact was created."),
    CONVERSION_EXCLUDED("NCL-4", "The session of the conversion came by a workflow, a CTA or an ad."),
    OTHER_SESSION("NCL-1", "It happened in another session than the conversion."),
    AFTER_CONVERSION("NCL-2", "It happened after the conversion."),
    NOT_THE_CONVERTING_URL("NCL-3", "A UTM value counts for last touch only in the URL of the converting page."),
    KEYWORD_NOT_LAST("NCL-6", "Keywords are no part of last touch."),
    NOT_A_LAST_TOUCH("NCL-1", "Only visits to pages and submitted forms are last touches."),
    NOTHING_IN_SESSION("NCL-1", "Nothing in the session of the conversion has to do with the campaign."),

    NOT_EARNING("REV-1", "This kind of act with this kind of asset makes no revenue contact."),
    LIST_NOT_EARNING("REV-2", "Lists never make a revenue contact."),
    WORKFLOW_NOT_EARNING("REV-3", "Enrolment in a workflow makes no revenue contact."),
    PAGE_OF_ANOTHER_KIND("D-31", "It happened on a page of a kind that is not tracked."),
    NO_WON_DEAL("REV-1", "The contact has no closed-won deal."),
    NOT_CONTACT_AT_WIN("DEAL-3", "The contact was not associated with the deal when it was won."),
    AFTER_WIN("REV-4", "It did not happen before the deal was won."),
    NOTHING_OF_CAMPAIGN("INFL-1", "Nothing the contact did has to do with the campaign."),

    DEAL_DELETED("DEAL-7", "The deal is deleted or merged into another."),
    DEAL_NOT_WON("DEAL-6", "The deal is not closed-won."),
    AMOUNT_UNKNOWN("ATT-3", "The deal has no amount."),
    RATE_UNKNOWN("D-43", "There is no exchange rate for the deal's currency."),
    DEAL_WITHOUT_CONTACT("ATT-3", "No contact was associated with the deal when it was won."),
    LATER_THAN_WIN("ATT-5", "It did not happen before the deal was won."),
    CONTACT_NOT_AT_WIN("ATT-5", "Its contact was not associated with the deal when it was won."),
    KIND_TAKES_NO_PART("D-47", "This kind of act takes no part in attribution."),
    KIND_SWITCHED_OFF("ATT-2", "The account switched this type of interaction off."),
    NOT_A_NEW_CTA("D-47", "Only views of new CTAs take part in attribution."),
    BEFORE_LOOK_BACK("ATT-4", "It lies further before the win than these rules look back."),
    SHARED_OTHERWISE(
            "ATT-6", "The same acts share the deal otherwise: by the model's weights, or by other milestones.");

    private final String rule;
    private final String sentence;

    Reason(String rule, String sentence) {
        this.rule = rule;
        this.sentence = sentence;
    }

    /// Id of the rule in docs/rules.md, such as `INFL-2`.
    public String rule() {
        return rule;
    }

    /// The rule in a sentence for people.
    public String sentence() {
        return sentence;
    }

    /// Whether what would tie the act to the campaign did not hold at that moment, whatever the rule set.
    boolean isOfTime() {
        return this == BEFORE_ASSOCIATION || this == AFTER_REMOVAL || this == BEFORE_UTM_OR_KEYWORD;
    }
}
