package tributary.events;

/// What an asset can be, in HubSpot's words, and two of ours.
public enum AssetType {
    AD_CAMPAIGN,
    /// A workflow.
    AUTOMATION_PLATFORM_FLOW,
    BLOG_LISTING_PAGE,
    BLOG_POST,
    CALL,
    CASE_STUDY,
    /// A legacy CTA.
    CTA,
    EMAIL,
    EXTERNAL_WEB_URL,
    FEEDBACK_SURVEY,
    FILE_MANAGER_FILE,
    FORM,
    /// A search keyword; its id is the keyword itself.
    KEYWORD,
    KNOWLEDGE_ARTICLE,
    LANDING_PAGE,
    MARKETING_EMAIL,
    MARKETING_EVENT,
    MARKETING_SMS,
    MEDIA,
    MEETING_EVENT,
    OBJECT_LIST,
    PLAYBOOK,
    PODCAST_EPISODE,
    SALES_DOCUMENT,
    SEQUENCE,
    SITE_PAGE,
    SOCIAL_BROADCAST,
    /// A CTA of the new kind.
    WEB_INTERACTIVE
}
