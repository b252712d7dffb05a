package tributary.standalone.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// A campaign of the sample company and what belongs to it, all named after its slug.
///
/// @param appeal how many visitors it draws, compared with the others
/// @param budget in euros
record SampleCampaign(
        String slug, String name, LocalDate start, LocalDate end, String keyword, double appeal, int budget) {
    static final List<SampleCampaign> ALL = List.of(
            campaign("spring-workspace", "Spring Workspace Refresh", 2, 15, 5, 31, "standing desk", 1.6, 42_000),
            campaign("ergonomics-webinars", "Ergonomics Webinar Series", 1, 15, 6, 30, "ergonomic office", 1.1, 18_000),
            campaign("desk-pro-launch", "Desk Pro 3 Launch", 4, 1, 7, 15, "height adjustable desk", 1.9, 65_000),
            campaign("home-office-guide", "Home Office Starter Guide", 1, 10, 12, 20, "home office setup", 1.4, 12_000),
            campaign("customer-stories", "Customer Stories", 2, 1, 12, 15, "office furniture reviews", 0.7, 9_000),
            campaign("green-office-report", "Green Office Report", 3, 10, 8, 31, "sustainable office", 0.8, 15_000),
            campaign("summer-partner-push", "Summer Partner Push", 6, 1, 9, 15, "office fit out partner", 0.6, 22_000),
            campaign("back-to-office", "Back to the Office", 8, 20, 10, 31, "office chairs", 1.7, 48_000),
            campaign("orgatec-fair", "Orgatec Trade Fair", 9, 15, 11, 15, "office trade fair", 0.6, 55_000),
            campaign("black-friday", "Black Friday", 11, 10, 12, 2, "desk deals", 1.8, 30_000),
            campaign(
                    "enterprise-nurture", "Enterprise Nurture", 1, 20, 12, 20, "office furniture leasing", 0.5, 26_000),
            campaign("monthly-newsletter", "Monthly Newsletter", 1, 5, 12, 22, "office trends", 0.7, 6_000));

    private static SampleCampaign campaign(
            String slug,
            String name,
            int month,
            int day,
            int lastMonth,
            int lastDay,
            String keyword,
            double appeal,
            int budget) {
        var start = LocalDate.of(SampleYear.YEAR, month, day);
        return new SampleCampaign(
                slug, name, start, LocalDate.of(SampleYear.YEAR, lastMonth, lastDay), keyword, appeal, budget);
    }

    SampleAsset landingPage() {
        return SampleAsset.page("LANDING_PAGE", "/campaigns/" + slug, name);
    }

    SampleAsset blogPost() {
        return SampleAsset.page("BLOG_POST", "/blog/" + slug, name + ": what we learned");
    }

    SampleAsset form() {
        return SampleAsset.thing("FORM", "form-" + slug, name + " sign-up");
    }

    SampleAsset email(int number) {
        return SampleAsset.thing("MARKETING_EMAIL", "email-" + slug + "-" + number, name + " email " + number);
    }

    SampleAsset workflow() {
        return SampleAsset.thing("AUTOMATION_PLATFORM_FLOW", "flow-" + slug, name + " follow-up");
    }

    SampleAsset list() {
        return SampleAsset.thing("OBJECT_LIST", "list-" + slug, name + " audience");
    }

    SampleAsset event() {
        return SampleAsset.thing("MARKETING_EVENT", "event-" + slug, name + " live");
    }

    SampleAsset post() {
        return SampleAsset.thing("SOCIAL_BROADCAST", "post-" + slug, name + " on LinkedIn");
    }

    SampleAsset button() {
        return SampleAsset.thing("CTA", "button-" + slug, name + " button");
    }

    SampleAsset banner() {
        return SampleAsset.thing("WEB_INTERACTIVE", "banner-" + slug, name + " banner");
    }

    SampleAsset ad() {
        return SampleAsset.thing("AD_CAMPAIGN", "ad-" + slug, name + " ads");
    }

    SampleAsset searchTerm() {
        return SampleAsset.thing("KEYWORD", keyword, keyword);
    }

    /// All that is associated with the campaign from its start.
    Stream<SampleAsset> assets() {
        return Stream.of(
                landingPage(),
                blogPost(),
                form(),
                email(1),
                email(2),
                email(3),
                workflow(),
                list(),
                event(),
                post(),
                button(),
                banner(),
                ad(),
                searchTerm());
    }
}
