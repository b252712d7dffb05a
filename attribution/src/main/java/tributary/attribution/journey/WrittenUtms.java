package tributary.attribution.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tributary.attribution.source.WebAddress;

/// The UTM values of campaigns, as written and as folded for matching (D-20). Both have numbers, given when a value is
/// first recorded, which stay.
final class WrittenUtms {
    private final Map<String, Integer> keys = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> foldedOf = new ArrayList<>();
    private final Map<String, Integer> foldedNumbers = new HashMap<>();

    /// The number of a value as written, given now if it is new; [Touches#NONE] of one that matches nothing.
    int key(String text) {
        var known = keys.get(text);
        if (known != null) return known;
        var folded = WebAddress.foldUtm(text);
        var key = folded.isEmpty() ? Touches.NONE : texts.size();
        keys.put(text, key);
        if (key == Touches.NONE) return key;
        texts.add(text);
        foldedOf.add(foldedNumbers.computeIfAbsent(folded, _ -> foldedNumbers.size()));
        return key;
    }

    /// The number of the folded value.
    int folded(int key) {
        return foldedOf.get(key);
    }

    String text(int key) {
        return texts.get(key);
    }

    /// The number of a folded value, or [Touches#NONE] if no campaign ever had it.
    int find(String folded) {
        return foldedNumbers.getOrDefault(folded, Touches.NONE);
    }

    /// How many folded values have numbers.
    int size() {
        return foldedNumbers.size();
    }
}
