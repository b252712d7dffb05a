package tributary.query.report;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import tributary.attribution.AssetType;
import tributary.attribution.Kind;

/// What is counted of an asset's own history (A4).
enum AssetCounter {
    VIEWS,
    SUBMISSIONS,
    CLICKS,
    OPENS,
    DELIVERIES,
    INTERACTIONS,
    ENROLLMENTS,
    ADDITIONS,
    REGISTRATIONS,
    ATTENDANCES,
    CANCELLATIONS,
    NO_SHOWS("noShows");

    private final String word;

    AssetCounter() {
        word = name().toLowerCase(Locale.ROOT);
    }

    AssetCounter(String word) {
        this.word = word;
    }

    /// The name in the API.
    String word() {
        return word;
    }

    /// What an act counts for, on the asset it was done with.
    static Set<AssetCounter> of(Kind kind) {
        return switch (kind) {
            case PAGE_VIEW, FORM_VIEW, CTA_VIEW -> EnumSet.of(VIEWS);
            case FORM_SUBMISSION, CTA_SUBMISSION -> EnumSet.of(SUBMISSIONS);
            case EMAIL_DELIVERY -> EnumSet.of(DELIVERIES);
            case EMAIL_OPEN -> EnumSet.of(OPENS);
            case EMAIL_CLICK, CTA_CLICK, AD_CLICK -> EnumSet.of(CLICKS);
            case SOCIAL_CLICK -> EnumSet.of(CLICKS, INTERACTIONS);
            case SOCIAL_INTERACTION, CALL, MEETING, OTHER -> EnumSet.of(INTERACTIONS);
            case WORKFLOW_ENROLLMENT -> EnumSet.of(ENROLLMENTS);
            case LIST_ADDITION -> EnumSet.of(ADDITIONS);
            case EVENT_REGISTRATION -> EnumSet.of(REGISTRATIONS);
            case EVENT_ATTENDANCE -> EnumSet.of(ATTENDANCES);
            case EVENT_CANCELLATION -> EnumSet.of(CANCELLATIONS);
            case EVENT_NO_SHOW -> EnumSet.of(NO_SHOWS);
        };
    }

    /// What fits an asset of this type, so that it stands in the answer even as 0.
    static Set<AssetCounter> fitting(AssetType type) {
        return switch (type) {
            case LANDING_PAGE, SITE_PAGE, BLOG_POST, BLOG_LISTING_PAGE, KNOWLEDGE_ARTICLE, FORM ->
                EnumSet.of(VIEWS, SUBMISSIONS);
            case CASE_STUDY, EXTERNAL_WEB_URL -> EnumSet.of(VIEWS);
            case MARKETING_EMAIL -> EnumSet.of(DELIVERIES, OPENS, CLICKS);
            case CTA -> EnumSet.of(VIEWS, CLICKS);
            case WEB_INTERACTIVE -> EnumSet.of(VIEWS, CLICKS, SUBMISSIONS);
            case AD_CAMPAIGN -> EnumSet.of(CLICKS);
            case SOCIAL_BROADCAST -> EnumSet.of(INTERACTIONS, CLICKS);
            case AUTOMATION_PLATFORM_FLOW -> EnumSet.of(ENROLLMENTS);
            case OBJECT_LIST -> EnumSet.of(ADDITIONS);
            case MARKETING_EVENT -> EnumSet.of(REGISTRATIONS, ATTENDANCES, CANCELLATIONS, NO_SHOWS);
            case CALL, MEETING_EVENT -> EnumSet.of(INTERACTIONS);
            case EMAIL,
                    FEEDBACK_SURVEY,
                    FILE_MANAGER_FILE,
                    KEYWORD,
                    MARKETING_SMS,
                    MEDIA,
                    PLAYBOOK,
                    PODCAST_EPISODE,
                    SALES_DOCUMENT,
                    SEQUENCE -> EnumSet.noneOf(AssetCounter.class);
        };
    }
}
