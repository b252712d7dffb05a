package tributary.attribution.twin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// The little world that random histories play in: few people, few pages, few moments, so that everything meets.
final class World {
    static final List<String> CAMPAIGNS = List.of("A", "B", "C");
    static final List<String> VISITORS = List.of("v1", "v2", "v3");
    static final List<String> CONTACTS = List.of("c1", "c2", "c3", "c4");
    static final List<String> EMAILS =
            List.of("c1@x.org", " C2@x.org", "c3@X.org", "n1@x.org", "N2@x.org ", "n2@x.org");

    private static final List<String> SITE = List.of("/spring", "/autumn", "/pricing", "/blog", "/Spring", "");

    private final Dice dice;
    private final List<Instant> moments = new ArrayList<>();

    World(Dice dice) {
        this.dice = dice;
        // Around a day of 23 hours, or one of 25.
        var start = Instant.parse(dice.oneOf("2023-03-25T21:15:00Z", "2023-10-28T21:15:00Z", "2023-06-09T06:00:00Z"));
        for (var i = 0; i < 7; i++) moments.add(start.plus(Duration.ofMinutes(45L * dice.below(90))));
    }

    Account account() {
        var types = new HashSet<>(Kinds.ALL);
        types.removeIf(_ -> dice.percent(30));
        return new Account(
                ZoneId.of(dice.oneOf("Europe/Amsterdam", "America/New_York", "UTC", "Asia/Kathmandu")),
                dice.oneOf("EUR", "EUR", "JPY", "KWD"),
                dice.percent(60),
                dice.oneOf(
                        List.of(),
                        List.of("example.com"),
                        List.of("www.example.com", "Partner.example.org"),
                        List.of("search.example.net")),
                dice.percent(20) ? types : null);
    }

    /// One of a few moments, or something awkward after it.
    Instant moment() {
        return dice.oneOf(moments)
                .plus(dice.oneOf(
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ofNanos(1000),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(12),
                        Duration.ofMinutes(30).minusNanos(1000),
                        Duration.ofMinutes(30),
                        Duration.ofMinutes(60),
                        Duration.ofDays(7)));
    }

    /// Early, or in the middle of things.
    Instant beginning() {
        return dice.percent(60) ? Instant.parse("2023-01-01T00:00:00Z") : moment();
    }

    Thing page() {
        return dice.oneOf(
                new Thing("LANDING_PAGE", "LP1"),
                new Thing("LANDING_PAGE", "LP2"),
                new Thing("SITE_PAGE", "P1"),
                new Thing("BLOG_POST", "P1"),
                new Thing("BLOG_LISTING_PAGE", "BL"),
                new Thing("KNOWLEDGE_ARTICLE", "KB"));
    }

    Thing asset() {
        return dice.percent(50) ? page() : dice.oneOf(things());
    }

    private static List<Thing> things() {
        return Stream.of(
                        "FORM",
                        "MARKETING_EMAIL",
                        "AUTOMATION_PLATFORM_FLOW",
                        "OBJECT_LIST",
                        "MARKETING_EVENT",
                        "SOCIAL_BROADCAST",
                        "CTA",
                        "WEB_INTERACTIVE",
                        "AD_CAMPAIGN")
                .flatMap(type -> Stream.of(new Thing(type, "1"), new Thing(type, "2")))
                .toList();
    }

    /// What a campaign writes as its UTM value.
    String utm() {
        return dice.oneOf("spring", " Spring", "sp%72ing", "au+tumn", "au tumn", "Au%20Tumn ", "", null);
    }

    /// Where a page lives, or a visit leads; spellings of one page vary.
    String url() {
        var host = dice.oneOf("https://www.example.com", "http://WWW.Example.com:8080", "https://shop.example.com");
        return host + dice.oneOf(SITE) + dice.oneOf("", "", "/");
    }

    String visitedUrl() {
        return url()
                + dice.oneOf(
                        "",
                        "",
                        "",
                        "?utm_campaign=spring",
                        "?utm_campaign=SPRING&utm_campaign=au+tumn",
                        "?x=1&utm_campaign=+sprin%67+",
                        "?utm_campaign=&utm_campaign=spring",
                        "?UTM_CAMPAIGN=spring",
                        "?utm_campaign=au%20tumn",
                        "?utm_source=newsletter&utm_medium=email",
                        "?utm_source=newsletter&utm_campaign=Spring",
                        "?utm_medium=social&utm_source=x",
                        "?gclid=1",
                        "?fbclid=7",
                        "#utm_campaign=spring");
    }

    String referrer() {
        return dice.oneOf(
                null,
                null,
                null,
                "https://www.example.com/spring",
                "https://shop.example.com/",
                "https://www.google.nl/search?q=x",
                "https://search.example.net/",
                "https://a.partner.example.org/p",
                "https://m.facebook.com/",
                "https://mail.google.com/");
    }

    String keyword() {
        return dice.oneOf("running shoes", "Running  Shoes ", "boots", "RUNNING shoes");
    }

    Dice dice() {
        return dice;
    }
}
