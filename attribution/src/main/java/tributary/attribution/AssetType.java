package tributary.attribution;

/// What an asset can be; the same names as the facts' asset types.
public enum AssetType {
    AD_CAMPAIGN,
    AUTOMATION_PLATFORM_FLOW,
    BLOG_LISTING_PAGE,
    BLOG_POST,
    CALL,
    CASE_STUDY,
    CTA,
    EMAIL,
    EXTERNAL_WEB_URL,
    FEEDBACK_SURVEY,
    FILE_MANAGER_FILE,
    FORM,
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
    WEB_INTERACTIVE;

    /// Whether such an asset is a page, owns URLs and can be visited (D-15, D-16).
    public boolean isPage() {
        return this == LANDING_PAGE
                || this == SITE_PAGE
                || this == BLOG_POST
                || this == BLOG_LISTING_PAGE
                || this == KNOWLEDGE_ARTICLE;
    }
}
