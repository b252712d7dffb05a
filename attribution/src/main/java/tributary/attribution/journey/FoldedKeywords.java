package tributary.attribution.journey;

import java.util.HashMap;
import java.util.Map;
import tributary.attribution.source.WebAddress;

/// The keywords of campaigns, folded for matching (D-18), with numbers that are given when one is first recorded, and
/// stay.
final class FoldedKeywords {
    private final Map<String, Integer> numbers = new HashMap<>();

    /// The number of a keyword as written, given now if it is new.
    int number(String written) {
        return numbers.computeIfAbsent(WebAddress.foldKeyword(written), _ -> numbers.size());
    }

    /// The number of a folded keyword, or [Touches#NONE] if no campaign ever had it.
    int find(String folded) {
        return numbers.getOrDefault(folded, Touches.NONE);
    }

    int size() {
        return numbers.size();
    }
}
