package tributary.store;

import java.util.LinkedHashMap;

/// What was used lately, up to a bound: what was not used for longest gives way. For one thread at a time.
///
/// Almost every line asks two of these. A cache for many threads, Caffeine, spent 30 of 100 parts of the time of the
/// thread that records on noting who used what.
final class Recent<K, V> {
    private final int most;
    private final LinkedHashMap<K, V> byUse = new LinkedHashMap<>(1 << 10, 0.75f, true);

    /// @param most so many are kept
    Recent(int most) {
        this.most = most;
    }

    /// @return `null` if it was not used lately
    V get(K key) {
        return byUse.get(key);
    }

    void put(K key, V value) {
        byUse.put(key, value);
        if (byUse.size() > most) byUse.pollFirstEntry();
    }

    void clear() {
        byUse.clear();
    }
}
