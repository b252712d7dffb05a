package tributary.standalone.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Someone's browser: sessions of page views, with what is clicked in between.
final class Browser {
    private static final List<String> REFERRERS = List.of(
            "https://www.google.com/",
            "https://www.bing.com/",
            "https://www.linkedin.com/",
            "https://www.facebook.com/",
            "https://officeblog.example/best-desks");

    private final String token;
    private final Chance chance;
    private final Consumer<Line> lines;

    Browser(String token, Chance chance, Consumer<Line> lines) {
        this.token = token;
        this.chance = chance;
        this.lines = lines;
    }

    String token() {
        return token;
    }

    /// A session that a campaign brought.
    ///
    /// @return when its last act was
    Instant visits(SampleCampaign campaign, Instant start) {
        var page = chance.of(0.7) ? campaign.landingPage() : campaign.blogPost();
        lines.accept(arrival(campaign, view(page, start), page.url()));
        if (chance.of(0.15)) lines.accept(act("CTA_VIEW", start.plusSeconds(5)).with("asset", campaign.banner()));
        if (chance.of(0.08))
            lines.accept(act("CTA_CLICK", start.plusSeconds(12)).with("asset", campaign.button()));
        return looksAround(start);
    }

    private Line arrival(SampleCampaign campaign, Line view, String url) {
        return switch (chance.between(0, 9)) {
            case 0, 1, 2, 3 -> view.with("url", url + utm(campaign, "newsletter", "email"));
            case 4, 5 ->
                view.with("url", url + utm(campaign, "linkedin", "social"))
                        .with("referrer", "https://www.linkedin.com/");
            case 6 ->
                view.with("url", url + utm(campaign, "google", "cpc"))
                        .with(
                                "origin",
                                Map.of("type", "AD", "asset", campaign.ad().reference()));
            case 7 ->
                view.with("url", url)
                        .with("referrer", "https://www.google.com/")
                        .with("keyword", campaign.keyword());
            default -> view.with("url", url).with("referrer", chance.oneOf(REFERRERS));
        };
    }

    /// A session that nobody in particular brought.
    Instant visits(Instant start) {
        var page = chance.oneOf(Company.PAGES);
        var view = view(page, start).with("url", page.url());
        lines.accept(chance.of(0.6) ? view.with("referrer", chance.oneOf(REFERRERS)) : view);
        return looksAround(start);
    }

    private Instant looksAround(Instant start) {
        var now = start;
        for (int more = chance.repeats(0.55, 8) - 1; more > 0; more--) {
            now = now.plus(chance.seconds(15, 240));
            var page = chance.oneOf(Company.PAGES);
            lines.accept(view(page, now).with("url", page.url()));
        }
        return now;
    }

    /// Submits a form on a page, with an address: the browser is known from then on.
    void submits(SampleAsset form, SampleAsset page, String address, Instant at) {
        lines.accept(act("FORM_SUBMISSION", at)
                .with("asset", form)
                .with("page", page)
                .with("url", page.url())
                .with("email", address));
    }

    /// A program that looks at a page.
    void crawls(SampleAsset page, Instant at) {
        lines.accept(view(page, at).with("url", page.url()).with("bot", "KNOWN_BOT"));
    }

    private Line view(SampleAsset page, Instant at) {
        return act("PAGE_VIEW", at).with("asset", page).with("title", page.name());
    }

    private Line act(String kind, Instant at) {
        return Line.act(kind, at).with("visitor", token);
    }

    private static String utm(SampleCampaign campaign, String source, String medium) {
        return "?utm_source=" + source + "&utm_medium=" + medium + "&utm_campaign=" + campaign.slug();
    }
}
