package tributary.attribution.rules;

import static tributary.attribution.AssetType.*;
import static tributary.attribution.Kind.*;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tributary.attribution.AssetType;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;

/// The rule sets that come with the product (docs/rules.md).
final class Presets {
    private static final Set<AssetType> TRAFFIC_PAGES = Set.of(SITE_PAGE, LANDING_PAGE, BLOG_POST, BLOG_LISTING_PAGE);

    /// INFL-1, rows a to m but h and j, which have no asset; D-15, D-32, DEC-15.
    private static final Set<Engagement> INFLUENCING = Set.of(
            new Engagement(SOCIAL_INTERACTION, SOCIAL_BROADCAST),
            new Engagement(SOCIAL_CLICK, SOCIAL_BROADCAST),
            new Engagement(FORM_SUBMISSION, FORM),
            new Engagement(EMAIL_OPEN, MARKETING_EMAIL),
            new Engagement(EMAIL_CLICK, MARKETING_EMAIL),
            new Engagement(WORKFLOW_ENROLLMENT, AUTOMATION_PLATFORM_FLOW),
            new Engagement(LIST_ADDITION, OBJECT_LIST),
            new Engagement(EVENT_ATTENDANCE, MARKETING_EVENT),
            new Engagement(PAGE_VIEW, SITE_PAGE),
            new Engagement(PAGE_VIEW, LANDING_PAGE),
            new Engagement(PAGE_VIEW, BLOG_POST),
            new Engagement(PAGE_VIEW, BLOG_LISTING_PAGE),
            new Engagement(CTA_VIEW, CTA),
            new Engagement(CTA_CLICK, CTA),
            new Engagement(CTA_VIEW, WEB_INTERACTIVE),
            new Engagement(CTA_SUBMISSION, WEB_INTERACTIVE));

    /// REV-1, rows 1 to 7.
    private static final Set<Engagement> REVENUE = Set.of(
            new Engagement(PAGE_VIEW, SITE_PAGE),
            new Engagement(PAGE_VIEW, LANDING_PAGE),
            new Engagement(PAGE_VIEW, BLOG_POST),
            new Engagement(PAGE_VIEW, BLOG_LISTING_PAGE),
            new Engagement(PAGE_VIEW, KNOWLEDGE_ARTICLE),
            new Engagement(FORM_SUBMISSION, FORM),
            new Engagement(CTA_CLICK, CTA),
            new Engagement(EMAIL_CLICK, MARKETING_EMAIL),
            new Engagement(AD_CLICK, AD_CAMPAIGN),
            new Engagement(SOCIAL_CLICK, SOCIAL_BROADCAST),
            new Engagement(EVENT_REGISTRATION, MARKETING_EVENT),
            new Engagement(EVENT_ATTENDANCE, MARKETING_EVENT),
            new Engagement(CTA_VIEW, WEB_INTERACTIVE),
            new Engagement(CTA_CLICK, WEB_INTERACTIVE),
            new Engagement(CTA_SUBMISSION, WEB_INTERACTIVE));

    /// D-47.
    private static final Set<Kind> ATTRIBUTION = Set.of(
            PAGE_VIEW,
            FORM_SUBMISSION,
            EMAIL_CLICK,
            SOCIAL_CLICK,
            AD_CLICK,
            EVENT_REGISTRATION,
            EVENT_ATTENDANCE,
            CTA_VIEW,
            CTA_CLICK,
            CTA_SUBMISSION,
            Kind.CALL,
            MEETING);

    /// Section 4.3.
    private static final List<NamedModel> MODELS = List.of(
            new NamedModel("LINEAR", new CreditModel.Linear()),
            new NamedModel("FIRST_INTERACTION", new CreditModel.Milestones(1000, 0, 0, 0, 0)),
            new NamedModel("LAST_INTERACTION", new CreditModel.Milestones(0, 0, 0, 1000, 0)),
            new NamedModel("FULL_PATH", new CreditModel.Milestones(225, 225, 225, 225, 100)),
            new NamedModel("U_SHAPED", new CreditModel.Milestones(400, 400, 0, 0, 200)),
            new NamedModel("W_SHAPED", new CreditModel.Milestones(300, 300, 300, 0, 100)),
            new NamedModel("TIME_DECAY", new CreditModel.TimeDecay(Duration.ofDays(7))),
            new NamedModel("J_SHAPED", new CreditModel.Anchored(200, 600, 200)),
            new NamedModel("INVERSE_J_SHAPED", new CreditModel.Anchored(600, 200, 200)));

    static final List<RuleSet> ALL = List.of(
            preset(RuleSet.STANDARD, true, false, RevenueMeaning.CONTACTS),
            preset("2024-11", false, true, RevenueMeaning.MONEY));

    private Presets() {}

    private static RuleSet preset(String name, boolean keywords, boolean adsInfluence, RevenueMeaning revenue) {
        return new RuleSet(
                name,
                Duration.ofMinutes(30),
                true,
                false,
                Set.of(SessionOrigin.WORKFLOW, SessionOrigin.CTA, SessionOrigin.AD),
                TRAFFIC_PAGES,
                keywords,
                INFLUENCING,
                adsInfluence,
                REVENUE,
                revenue,
                ATTRIBUTION,
                Optional.empty(),
                true,
                BotFilter.AS_ACCOUNT,
                DealOrder.BEFORE_WIN,
                DealSnapshot.AT_WIN,
                Milestone.CLOSE,
                MODELS);
    }
}
