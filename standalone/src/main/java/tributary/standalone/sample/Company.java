package tributary.standalone.sample;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What stands before anybody visits: pages, campaigns with their assets, money and goals, the sales pipeline.
final class Company {
    static final String PIPELINE = "sales";
    static final SampleAsset HOME = SampleAsset.page("SITE_PAGE", "/home", "Lumen Desk");
    static final SampleAsset PRICING = SampleAsset.page("SITE_PAGE", "/pricing", "Pricing");
    static final SampleAsset CONTACT_FORM = SampleAsset.thing("FORM", "form-contact", "Contact us");
    static final List<SampleAsset> PAGES = List.of(
            HOME,
            PRICING,
            SampleAsset.page("SITE_PAGE", "/products/desks", "Desks"),
            SampleAsset.page("SITE_PAGE", "/products/chairs", "Chairs"),
            SampleAsset.page("SITE_PAGE", "/products/lighting", "Lighting"),
            SampleAsset.page("SITE_PAGE", "/about", "About us"),
            SampleAsset.page("BLOG_LISTING_PAGE", "/blog", "Blog"),
            SampleAsset.page("BLOG_POST", "/blog/how-high-should-a-desk-be", "How high should a desk be?"),
            SampleAsset.page("KNOWLEDGE_ARTICLE", "/help/assembly", "How to put it together"));

    private static final int SPENT_PERCENT_LEAST = 70;

    private final Consumer<Line> lines;

    Company(Consumer<Line> lines) {
        this.lines = lines;
    }

    void opens() {
        PAGES.forEach(page -> describe(page, Map.of()));
        lines.accept(Line.of("pipeline.define", SampleYear.start())
                .with("pipeline", PIPELINE)
                .with("label", "Sales")
                .with("stages", Sale.stages()));
        lines.accept(Line.of("rate.set", SampleYear.start())
                .with("currency", "USD")
                .with("rate", "0.92")
                .with("since", SampleYear.YEAR + "-01-01"));
        SampleCampaign.ALL.forEach(this::campaign);
    }

    private void campaign(SampleCampaign campaign) {
        var planned = SampleYear.at(campaign.start()).minus(Duration.ofHours(12));
        lines.accept(Line.of("campaign.create", planned)
                .with("campaign", campaign.slug())
                .with("name", campaign.name())
                .with("utm", campaign.slug())
                .with("startDate", campaign.start().toString())
                .with("endDate", campaign.end().toString())
                .with("goals", Map.of("influencedContacts", Integer.toString((int) (campaign.appeal() * 400)))));
        campaign.assets().forEach(asset -> {
            if (!asset.type().equals("KEYWORD")) describe(asset, extra(asset));
            lines.accept(Line.of("campaign.associate", planned)
                    .with("campaign", campaign.slug())
                    .with("asset", asset));
        });
        money(campaign);
    }

    private static Map<String, Object> extra(SampleAsset asset) {
        return switch (asset.type()) {
            case "WEB_INTERACTIVE" -> Map.of("hasForm", false);
            case "OBJECT_LIST" -> Map.of("listType", "MANUAL");
            default -> Map.of();
        };
    }

    private void money(SampleCampaign campaign) {
        int spent = campaign.budget() * (SPENT_PERCENT_LEAST + campaign.slug().length()) / 100;
        item("budget.set", campaign, "media", "Media", campaign.budget() * 2 / 3, 0);
        item("budget.set", campaign, "content", "Content", campaign.budget() / 3, 1);
        item("spend.set", campaign, "agency", "Agency", spent * 3 / 4, 0);
        item("spend.set", campaign, "tools", "Tools", spent / 4, 1);
    }

    private void item(String type, SampleCampaign campaign, String id, String name, int amount, int order) {
        lines.accept(Line.of(type, SampleYear.at(campaign.start()))
                .with("campaign", campaign.slug())
                .with("item", id)
                .with("name", name)
                .with("amount", amount + ".00")
                .with("order", order));
    }

    private void describe(SampleAsset asset, Map<String, Object> extra) {
        var line = Line.of("asset.describe", SampleYear.start())
                .with("asset", asset)
                .with("name", asset.name());
        if (asset.path() != null) line.with("url", asset.url());
        extra.forEach(line::with);
        lines.accept(line);
    }
}
