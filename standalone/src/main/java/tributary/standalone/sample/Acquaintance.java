package tributary.standalone.sample;

import java.time.Instant;
import java.util.function.Consumer;

/// Someone the company knew before the web did: imported from a list of addresses. Some had looked at the site long
/// before, which shows when their browser is identified, weeks later.
final class Acquaintance {
    private static final double LOOKED_BEFORE = 0.25;
    private static final double BUYS = 0.1;

    private final int number;
    private final Chance chance;
    private final Consumer<Line> lines;

    Acquaintance(int number, Chance chance, Consumer<Line> lines) {
        this.number = number;
        this.chance = chance;
        this.lines = lines;
    }

    void lives() {
        var campaign = chance.campaign();
        var from = SampleYear.at(campaign.start());
        var known = chance.instant(from, SampleYear.at(campaign.end().plusDays(1)));
        var contact = Integer.toString(900_000 + number);
        lines.accept(Line.of("contact.create", known)
                .with("contact", contact)
                .with("email", "contact" + number + "@customers.example")
                .with("source", "IMPORT")
                .with("lifecycleStage", "lead"));
        if (chance.of(LOOKED_BEFORE)) looksBefore(campaign, from, known, contact);
        var now = new Lead("contact", contact, chance, lines).isNurtured(campaign, known);
        if (chance.of(BUYS)) new Sale("deal-" + contact, chance, lines).runs(contact, known, now);
    }

    private void looksBefore(SampleCampaign campaign, Instant from, Instant known, String contact) {
        var browser = new Browser("browser-" + contact, chance, lines);
        browser.visits(campaign, chance.instant(from, known));
        var later = browser.visits(known.plus(chance.days(10, 60)));
        lines.accept(Line.of("visitor.identify", later)
                .with("visitor", browser.token())
                .with("contact", contact));
    }
}
