package tributary.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Instant;
import java.util.OptionalLong;
import tributary.events.Interaction;
import tributary.events.InteractionsRecorded;
import tributary.store.codec.FactCodec;

/// Facts from the table of events.
final class SqlFacts implements Facts {
    /// Facts of 1,000 interactions take about half a megabyte each when decoded.
    private static final int KEPT_BATCHES = 64;

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
        var pages = new EventPages(transactions, after, upTo);
        if (transactions.within()) pages.forEachRemaining(row -> handler.handle(row.recorded(codec)));
        else new ReadAhead(pages, codec).forEach(handler);
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
    public OptionalLong positionAsOf(Instant instant) {
        long position = transactions.read(session -> EventTable.positionAsOf(session, Micros.of(instant)));
        return position == 0 ? OptionalLong.empty() : OptionalLong.of(position);
    }
}
