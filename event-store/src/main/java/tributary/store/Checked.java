package tributary.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was found when a store was read back.
///
/// @param head up to which position
/// @param looked how many of what were looked at
/// @param found how many problems there are
/// @param told the first of them
public record Checked(long head, Map<String, Long> looked, long found, List<String> told) {
    public Checked {
        looked = Collections.unmodifiableMap(new LinkedHashMap<>(looked));
        told = List.copyOf(told);
    }
}
