package tributary.query.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tributary.events.Refusal;

/// A parameter that is one word out of several.
///
/// @param name of the parameter
/// @param thing what the words are, in words
/// @param where the words are accepted: `here`, or what else has a part in it, such as the tier
/// @param offered the words that are accepted, in the order in which to name them
record Choice<T>(String name, String thing, String where, Map<String, T> offered) {
    static <T> Choice<T> among(String name, String thing, Collection<T> values, Function<T, String> word) {
        return new Choice<>(
                name,
                thing,
                "here",
                values.stream().collect(Collectors.toMap(word, value -> value, (one, _) -> one, LinkedHashMap::new)));
    }

    /// The same words, saying where they are accepted.
    Choice<T> in(String place) {
        return new Choice<>(name, thing, place, offered);
    }

    /// @param word as asked, or `null` if it was not
    /// @throws Refusal.Invalid if it is none of those offered
    T of(String word) {
        var chosen = word == null ? null : offered.get(word);
        if (chosen == null) throw refused(word);
        return chosen;
    }

    /// @param word as asked, or `null` if it was not: then `otherwise`
    T of(String word, T otherwise) {
        return word == null ? otherwise : of(word);
    }

    /// The place of the word among those offered; without one the first.
    int numberOf(String word) {
        if (word == null) return 0;
        of(word);
        return List.copyOf(offered.keySet()).indexOf(word);
    }

    private Refusal refused(String word) {
        var seen = word == null
                ? "the parameter " + name + " is missing"
                : "there is no " + thing + " \"" + Shown.of(word) + "\"";
        var refusal = new Refusal.Invalid(
                "unknown-" + thing.replace(' ', '-'),
                "There is no such " + thing,
                seen + "; accepted " + where + ": " + String.join(", ", offered.keySet()));
        return refusal.with(name, word == null ? "" : Shown.of(word)).with("accepted", List.copyOf(offered.keySet()));
    }
}
