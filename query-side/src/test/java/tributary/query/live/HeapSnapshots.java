package tributary.query.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import tributary.events.AccountId;

/// Snapshots in memory.
public final class HeapSnapshots implements JourneySnapshots {
    private record Snapshot(Label label, List<byte[]> pieces) {}

    private final Map<AccountId, Snapshot> newest = new ConcurrentHashMap<>();
    private volatile boolean away;
    private volatile int read;

    @Override
    public <T> Optional<T> newest(AccountId account, BiFunction<Label, Iterator<byte[]>, T> reader) {
        refuseWhenAway();
        var found = Optional.ofNullable(newest.get(account));
        var told = found.map(snapshot -> reader.apply(snapshot.label, snapshot.pieces.iterator()));
        if (told.isPresent()) read++;
        return told;
    }

    @Override
    public Kept keep(Label label, Consumer<Consumer<byte[]>> pieces) {
        refuseWhenAway();
        var all = new ArrayList<byte[]>();
        pieces.accept(all::add);
        newest.put(label.account(), new Snapshot(label, all));
        var bytes = all.stream().mapToLong(piece -> piece.length).sum();
        return new Kept(all.size(), bytes, all.size(), bytes);
    }

    private void refuseWhenAway() {
        if (away) throw new IllegalStateException("away");
    }

    void away(boolean now) {
        away = now;
    }

    /// Spoils what is kept of an account.
    void spoil(AccountId account) {
        var piece = newest.get(account).pieces.getFirst();
        piece[0]++;
    }

    void cutOff(AccountId account) {
        var kept = newest.get(account);
        var last = kept.pieces.removeLast();
        kept.pieces.add(Arrays.copyOf(last, last.length / 2));
    }

    void forget(AccountId account) {
        newest.remove(account);
    }

    /// How often one was read to the end.
    int read() {
        return read;
    }

    Optional<Label> label(AccountId account) {
        return Optional.ofNullable(newest.get(account)).map(Snapshot::label);
    }
}
