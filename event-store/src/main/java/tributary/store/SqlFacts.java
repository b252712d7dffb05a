package tributary.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Function;
import tributary.events.AccountId;
import tributary.events.Interaction;
import tributary.events.InteractionsRecorded;
import tributary.store.codec.FactCodec;

/// Facts from the table of events.
final class SqlFacts implements Facts {
    /// Facts of 1,000 interactions take about half a megabyte each when decoded.
    private static final int KEPT_BATCHES = 64;

    /// Which takes some milliseconds.
    private static final int FACTS_LOOKED_AT = 10_000;

    private final Transactions transactions;
    private final FactCodec codec;
    private final LoadingCache<Long, InteractionsRecorded> batches =
            Caffeine.newBuilder().maximumSize(KEPT_BATCHES).build(this::batch);

    SqlFacts(Transactions transactions, FactCodec codec) {
        this.transactions = transactions;
        this.codec = codec;
    }

    @Override
    public long head() {
        return transactions.read(EventTable::head);
    }

    @Override
    public void read(long after, long upTo, FactHandler handler) {
        each(after, upTo, row -> {
            var recorded = row.recorded(codec);
            return () -> handler.handle(recorded);
        });
    }

    @Override
    public void load(long after, long upTo, FactLoader<?> loader) {
        each(after, upTo, row -> loading(row, loader));
    }

    private <P> Runnable loading(EventRow row, FactLoader<P> loader) {
        var account = new AccountId(row.account());
        if (!loader.wants(account)) return () -> {};
        if (FactCodec.isBatch(row.name())) {
            var prepared = row.columns(codec, loader::prepare);
            return () -> loader.batch(row.position(), account, prepared);
        }
        var recorded = row.recorded(codec);
        return () -> loader.fact(recorded);
    }

    /// @param decoding makes of a row what is done on the calling thread
    private void each(long after, long upTo, Function<EventRow, Runnable> decoding) {
        var last = Math.min(upTo, head());
        if (transactions.within())
            new EventPages(transactions, after, last)
                    .forEachRemaining(row -> decoding.apply(row).run());
        else new ReadAhead(transactions, after, last).forEach(decoding);
    }

    @Override
    public Recorded at(long position) {
        var rows = transactions.read(session -> EventTable.page(session, position - 1, position, 1));
        if (rows.isEmpty()) throw new IllegalArgumentException("nothing is recorded at position " + position);
        return rows.getFirst().recorded(codec);
    }

    @Override
    public Interaction interaction(long position, int line) {
        var interactions = batches.get(position).interactions();
        if (line < 0 || line >= interactions.size())
            throw new IllegalArgumentException("the fact at position " + position + " has no interaction " + line);
        return interactions.get(line);
    }

    private InteractionsRecorded batch(long position) {
        if (at(position).fact() instanceof InteractionsRecorded batch) return batch;
        throw new IllegalArgumentException("the fact at position " + position + " holds no interactions");
    }

    @Override
    public boolean mayHaveMore(AccountId account, long after) {
        return transactions.read(session -> {
            var head = EventTable.head(session);
            return head - after > FACTS_LOOKED_AT || EventTable.has(session, account.value(), after, head);
        });
    }

    @Override
    public OptionalLong positionAsOf(Instant instant) {
        long position = transactions.read(session -> EventTable.positionAsOf(session, Micros.of(instant)));
        return position == 0 ? OptionalLong.empty() : OptionalLong.of(position);
    }
}
