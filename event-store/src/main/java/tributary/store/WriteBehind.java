package tributary.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A table seen through a bounded cache. Changes stay in memory until just before the commit. What other threads
/// see, and what the cache holds, is committed.
abstract class WriteBehind<K, V> implements Participant {
    private final Transactions transactions;
    /// Only the holder of the write lock comes here: others could put in what is outdated by then.
    private final Recent<K, Optional<V>> clean;
    private final Map<K, Optional<V>> dirty = new HashMap<>();

    WriteBehind(Transactions transactions, int cached) {
        this.transactions = transactions;
        this.clean = new Recent<>(cached);
        transactions.join(this);
    }

    /// @return `null` if there is no such row
    abstract V load(Session session, K key) throws SQLException;

    /// Adds the statement to those of the session.
    abstract void save(Session writer, K key, V value) throws SQLException;

    /// Adds the statement to those of the session.
    abstract void delete(Session writer, K key) throws SQLException;

    final Optional<V> get(K key) {
        if (!transactions.within()) return transactions.read(session -> Optional.ofNullable(load(session, key)));
        if (!dirty.isEmpty()) {
            var changed = dirty.get(key);
            if (changed != null) return changed;
        }
        var known = clean.get(key);
        if (known == null) {
            known = transactions.read(session -> Optional.ofNullable(load(session, key)));
            clean.put(key, known);
        }
        return known;
    }

    /// Reads what is not known of these keys with one question; needs a transaction.
    ///
    /// @param load gives the rows there are
    final void expect(Collection<K> keys, LoadAll<K, V> load) {
        transactions.present();
        var unknown = keys.stream().filter(key -> !isKnown(key)).distinct().toList();
        if (unknown.isEmpty()) return;
        var rows = transactions.read(session -> load.rows(session, unknown));
        for (var key : unknown) clean.put(key, Optional.ofNullable(rows.get(key)));
    }

    @FunctionalInterface
    interface LoadAll<K, V> {
        Map<K, V> rows(Session session, List<K> keys) throws SQLException;
    }

    /// Whether the holder of the write lock needs no question for this key.
    final boolean isKnown(K key) {
        return dirty.containsKey(key) || clean.get(key) != null;
    }

    final void put(K key, V value) {
        change(key, Optional.of(value));
    }

    final void remove(K key) {
        change(key, Optional.empty());
    }

    private void change(K key, Optional<V> value) {
        var journal = transactions.present().journal();
        var before = dirty.put(key, value);
        journal.add(() -> {
            if (before == null) dirty.remove(key);
            else dirty.put(key, before);
        });
    }

    @Override
    public final void flush(Session writer) throws SQLException {
        for (var change : dirty.entrySet()) {
            var value = change.getValue();
            if (value.isPresent()) save(writer, change.getKey(), value.get());
            else delete(writer, change.getKey());
        }
        writer.executeAdded();
    }

    @Override
    public final void committed() {
        dirty.forEach(clean::put);
        dirty.clear();
    }

    @Override
    public final void rolledBack() {
        dirty.clear();
    }

    @Override
    public final void forget(Session writer) {
        clean.clear();
    }
}
