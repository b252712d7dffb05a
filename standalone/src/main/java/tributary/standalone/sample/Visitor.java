package tributary.standalone.sample;

import java.time.Instant;
import java.util.function.Consumer;

/// One of the many who come to the site. Most stay unknown, some become leads, a few buy, and some are programs.
final class Visitor {
    private static final double BOT = 0.02;
    private static final double DRAWN_BY_A_CAMPAIGN = 0.6;
    private static final double BECOMES_A_LEAD = 0.14;
    private static final double BUYS = 0.16;

    private final int number;
    private final Chance chance;
    private final Consumer<Line> lines;
    private final Browser browser;

    Visitor(int number, Chance chance, Consumer<Line> lines) {
        this.number = number;
        this.chance = chance;
        this.lines = lines;
        this.browser = new Browser("visitor-" + number, chance, lines);
    }

    void lives() {
        var campaign = chance.campaign();
        var first = chance.instant(
                SampleYear.at(campaign.start()), SampleYear.at(campaign.end().plusDays(1)));
        if (chance.of(BOT)) crawls(campaign, first);
        else visits(campaign, first);
    }

    private void crawls(SampleCampaign campaign, Instant first) {
        browser.crawls(campaign.landingPage(), first);
        Company.PAGES.forEach(page -> browser.crawls(page, first.plusSeconds(1)));
    }

    private void visits(SampleCampaign campaign, Instant first) {
        boolean drawn = chance.of(DRAWN_BY_A_CAMPAIGN);
        var now = drawn ? browser.visits(campaign, first) : browser.visits(first);
        for (int more = chance.repeats(0.35, 5) - 1; more > 0; more--) {
            now = now.plus(chance.days(1, 20));
            if (now.isAfter(SampleYear.end())) return;
            now = chance.of(0.3) ? browser.visits(campaign, now) : browser.visits(now);
        }
        if (chance.of(BECOMES_A_LEAD)) becomesALead(campaign, drawn, now.plusSeconds(40));
    }

    private void becomesALead(SampleCampaign campaign, boolean drawn, Instant at) {
        var address = "lead" + number + "@customers.example";
        if (drawn) browser.submits(campaign.form(), campaign.landingPage(), address, at);
        else browser.submits(Company.CONTACT_FORM, Company.PRICING, address, at);
        var lead = new Lead("email", address, chance, lines);
        var now = lead.isNurtured(campaign, at);
        if (chance.of(BUYS)) new Sale("deal-" + number, chance, lines).runs("email:" + address, at, now);
    }
}
