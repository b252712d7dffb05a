package tributary.query.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tributary.events.Fact;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.InteractionsRecorded;

/// Many browsers, each with one page view.
final class CrowdOfBrowsers {
    private static final Instant BEGIN = Instant.parse("2023-04-01T00:00:00Z");
    private static final int BROWSERS = 40_000;
    private static final int BATCH = 1_000;

    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        for (var from = 0; from < BROWSERS; from += BATCH) {
            var acts = new ArrayList<Interaction>();
            for (var browser = from; browser < from + BATCH; browser++) acts.add(view(browser, browser));
            facts.add(new InteractionsRecorded(Told.ACCOUNT, "key", acts));
        }
        return facts;
    }

    Fact anotherActOfTheFirst() {
        return new InteractionsRecorded(Told.ACCOUNT, "key", List.of(view(0, BROWSERS)));
    }

    private static Interaction view(int browser, int second) {
        return new Interaction(
                BEGIN.plusSeconds(second),
                InteractionKind.PAGE_VIEW,
                "v" + browser,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "line" + second);
    }
}
