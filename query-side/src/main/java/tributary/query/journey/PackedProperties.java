package tributary.query.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Packs properties into arrays of names and values in turn, in which what many facts repeat is one text. A map of
/// texts of their own takes four times as much.
final class PackedProperties {
    /// So many different texts are remembered.
    private static final int MOST = 1 << 14;
    /// Properties whose values hardly anybody repeats.
    private static final Set<String> UNLIKE = Set.of("dealname");

    private final Map<String, String> known = new HashMap<>();

    String[] pack(Map<String, String> properties) {
        var packed = new String[2 * properties.size()];
        var place = 0;
        for (var property : properties.entrySet()) {
            packed[place++] = one(property.getKey());
            packed[place++] = UNLIKE.contains(property.getKey()) ? property.getValue() : one(property.getValue());
        }
        return packed;
    }

    private String one(String text) {
        var same = known.get(text);
        if (same != null) return same;
        if (known.size() < MOST) known.put(text, text);
        return text;
    }

    /// Will not keep these texts twice.
    void share(List<String> texts) {
        texts.forEach(this::one);
    }

    /// The value of a property, or `null` if it is not among these.
    static String get(String[] packed, String name) {
        for (var place = 0; place < packed.length; place += 2) if (packed[place].equals(name)) return packed[place + 1];
        return null;
    }
}
