package tributary.query.replay;

import java.util.List;
import java.util.stream.Collectors;
import tributary.events.Refusal;

/// What is built anew, from what.
enum Kind {
    /// Figures from the kept journeys.
    REJUDGE,
    /// Journeys and figures from the event store.
    REPLAY,
    /// Figures under one rule set from the kept journeys, to which the account is then switched. It is begun with
    /// the rule set, not by its name.
    ACTIVATE;

    private static final List<Kind> BY_NAME = List.of(REJUDGE, REPLAY);

    /// @throws Refusal.Invalid if there is no such kind, naming those there are
    static Kind of(String word) {
        return BY_NAME.stream()
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseThrow(() -> refused(word));
    }

    private static Refusal refused(String word) {
        var accepted = BY_NAME.stream().map(Kind::name).collect(Collectors.joining(" or "));
        var refusal = new Refusal.Invalid(
                "unknown-kind",
                "There is no such kind of replay",
                "kind is " + (word == null ? "missing" : word) + "; it must be " + accepted);
        return word == null ? refusal : refusal.with("kind", word);
    }
}
