package tributary.attribution.story;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import tributary.attribution.Doubt;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;

/// A crowded random history over fixture F: few minutes, few people, every kind of act, shared browsers.
public final class RandomStory {
    private static final List<String> PAGES = List.of("LP1", "LP2", "LPB", "PRICING", "BLOG1", "BLOG2", "KB1", "CASE");
    private static final List<String> ASSETS = List.of(
            "FORM1", "FORMX", "EM1", "EMB", "EMX", "WF1", "LIST1", "LIST2", "LISTD", "EVT1", "SOC1", "CTAL1", "CTA1",
            "CTA2", "AD1");
    private static final List<String> QUERIES =
            List.of("", "", "", "?utm_campaign=spring-launch", "?utm_campaign=Autumn&utm_medium=email", "?gclid=1");
    private static final List<String> REFERRERS =
            List.of("https://www.example.com/x", "https://news.example.net/", "https://www.google.nl/");

    private final Random random;
    private final Story story = Story.fixture();

    private RandomStory(long seed) {
        random = new Random(seed);
    }

    public static Story of(long seed) {
        return new RandomStory(seed).tell();
    }

    private Story tell() {
        story.associated("A", "KB1", Story.START).associated("B", "BLOG2", Story.START);
        story.contact(instant(300), "c0").contact(instant(300), "c1");
        for (var i = 0; i < 6; i++) change();
        for (var i = 0; i < 70; i++) act(i);
        for (var i = 0; i < 4; i++) story.identified("v" + random.nextInt(4), contact(), instant(600));
        story.identifiedCreating("v4", "login", instant(600));
        for (var i = 0; i < 4; i++) deal();
        return story;
    }

    private void change() {
        var asset = random.nextBoolean() ? pick(PAGES) : pick(ASSETS);
        if (random.nextBoolean()) story.associated(pick(List.of("A", "B")), asset, instant(600));
        else story.dissociated(pick(List.of("A", "B")), asset, instant(600));
    }

    private void act(int number) {
        var kind = random.nextInt(3) == 0 ? Kind.of(random.nextInt(Kind.values().length)) : Kind.PAGE_VIEW;
        var asset = kind == Kind.PAGE_VIEW ? pick(PAGES) : pick(ASSETS);
        var told = story.act(kind, random.nextInt(8) == 0 ? null : asset, instant(600));
        if (random.nextInt(3) > 0) told.by("v" + random.nextInt(6));
        if (told.visitor == null || random.nextInt(8) == 0) told.as(contact());
        if (random.nextBoolean()) told.url("https://www.example.com/spring" + pick(QUERIES));
        if (random.nextInt(3) == 0) told.from(pick(REFERRERS));
        if (random.nextInt(5) == 0) told.searching("running shoes");
        if (kind != Kind.PAGE_VIEW && random.nextBoolean()) told.on(pick(PAGES));
        if (random.nextInt(8) == 0) told.origin(SessionOrigin.values()[random.nextInt(4)]);
        if (random.nextInt(8) == 0) told.doubted(Doubt.values()[random.nextInt(5)]);
        var submits = kind == Kind.FORM_SUBMISSION || kind == Kind.CTA_SUBMISSION;
        if (submits && random.nextBoolean()) told.creating("new" + number);
    }

    private void deal() {
        var deal = story.deal("" + random.nextInt(1000), instant(600));
        for (var i = 0; i < 3; i++) deal.with(contact(), instant(600), random.nextInt(3) == 0 ? instant(900) : null);
        if (random.nextInt(4) > 0) deal.won(instant(900));
    }

    private String contact() {
        var names = List.copyOf(story.contacts.keySet());
        return names.get(random.nextInt(names.size()));
    }

    private String instant(int minutes) {
        return Instant.parse("2023-04-01T00:00:00Z")
                .plusSeconds(60L * random.nextInt(minutes))
                .toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
