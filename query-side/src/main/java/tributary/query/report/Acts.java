package tributary.query.report;

import java.util.Optional;
import tributary.attribution.explain.Act;
import tributary.attribution.journey.Touches;
import tributary.store.Facts;

/// Tells acts that explanations speak of, with the texts that only their facts hold.
record Acts(Names names, Facts facts) {
    /// What is known of an act. `position` and `line` tell where everything that arrived about it is kept.
    Fields fields(Act act) {
        var interaction = facts.interaction(act.position(), act.line());
        return new Fields()
                .put("at", Moment.of(act.at()))
                .put("kind", act.kind().name())
                .put("contact", known(act.contact()).map(names::contact))
                .put("asset", known(act.asset()).map(names::asset))
                .put(
                        "page",
                        known(act.page()).filter(page -> page != act.asset()).map(names::asset))
                .put("url", Optional.ofNullable(interaction.url()))
                .put("title", Optional.ofNullable(interaction.title()))
                .put("visitor", Optional.ofNullable(interaction.visitor()))
                .put("position", act.position())
                .put("line", act.line());
    }

    /// Who was browsing, by the visitor token of an act.
    Optional<String> visitor(Act act) {
        return Optional.ofNullable(facts.interaction(act.position(), act.line()).visitor());
    }

    private static Optional<Integer> known(int number) {
        return number == Touches.NONE ? Optional.empty() : Optional.of(number);
    }
}
