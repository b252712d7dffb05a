package tributary.standalone.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A deal from its first talk to its end, won or lost, unless the year ends before.
final class Sale {
    private static final List<String> STAGES = List.of("first-talk", "offer", "negotiation");
    private static final double WON = 0.55;

    private final String id;
    private final Chance chance;
    private final Consumer<Line> lines;

    Sale(String id, Chance chance, Consumer<Line> lines) {
        this.id = id;
        this.chance = chance;
        this.lines = lines;
    }

    static List<Map<String, Object>> stages() {
        return List.of(
                stage("first-talk", "First talk", false, "0.2"),
                stage("offer", "Offer", false, "0.5"),
                stage("negotiation", "Negotiation", false, "0.8"),
                stage("won", "Won", true, "1.0"),
                stage("lost", "Lost", true, "0.0"));
    }

    private static Map<String, Object> stage(String id, String label, boolean closed, String probability) {
        return Map.of("id", id, "label", label, "isClosed", closed, "probability", probability);
    }

    /// @param contact who buys, as lines name a contact
    /// @param from when the company came to know them
    /// @param to when they were last heard of
    void runs(String contact, Instant from, Instant to) {
        var now = chance.instant(from, to).plus(chance.seconds(3_600, 86_400));
        lines.accept(Line.of("deal.create", now)
                .with("deal", id)
                .with("name", "Office of " + id)
                .with("amount", chance.between(12, 480) * 50 + ".00")
                .with("currency", chance.of(0.12) ? "USD" : "EUR")
                .with("pipeline", Company.PIPELINE)
                .with("stage", STAGES.getFirst())
                .with("contacts", List.of(contact)));
        for (var stage : STAGES.subList(1, STAGES.size())) {
            now = now.plus(chance.days(3, 21));
            if (now.isAfter(SampleYear.end())) return;
            moves(stage, now);
        }
        now = now.plus(chance.days(2, 14));
        if (now.isBefore(SampleYear.end())) closes(now);
    }

    private void closes(Instant at) {
        var stage = chance.of(WON) ? "won" : "lost";
        lines.accept(change(at)
                .with("stage", stage)
                .with("closeDate", at.atZone(SampleYear.ZONE).toLocalDate().toString()));
    }

    private void moves(String stage, Instant at) {
        lines.accept(change(at).with("stage", stage));
    }

    private Line change(Instant at) {
        return Line.of("deal.change", at).with("deal", id);
    }
}
