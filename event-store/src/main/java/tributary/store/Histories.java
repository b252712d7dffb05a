package tributary.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/// What happened to the aggregates that were asked for or written to lately, ready to be handled: whoever changes an
/// aggregate thus seldom reads and decodes its events. All of it is committed; for writers alone, since others would
/// have to be kept from remembering what is outdated by then.
final class Histories implements Participant {
    /// Bytes of payloads, which take about four times as much memory when they are decoded.
    private static final long MOST_BYTES = 24L << 20;

    private static final int BYTES_A_MESSAGE = 200;

    private final Transactions transactions;
    private final StoredMessages messages;
    /// From the least lately used to the last. Only the holder of the write lock comes here.
    private final LinkedHashMap<String, History> known = new LinkedHashMap<>(1 << 10, 0.75f, true);

    private long weight;
    private final Map<String, History> added = new HashMap<>();

    /// @param weight about how many bytes it takes in the store
    private record History(List<DomainEventMessage<?>> events, int weight) {
        static final History NONE = new History(List.of(), BYTES_A_MESSAGE);

        History {
            events = List.copyOf(events);
        }

        History with(History more) {
            var all = new ArrayList<DomainEventMessage<?>>(events.size() + more.events.size());
            all.addAll(events);
            all.addAll(more.events);
            return new History(all, Math.addExact(weight, more.weight));
        }
    }

    Histories(Transactions transactions, StoredMessages messages) {
        this.transactions = transactions;
        this.messages = messages;
        transactions.join(this);
    }

    /// The events of an aggregate from this sequence number on.
    List<? extends DomainEventMessage<?>> of(String aggregate, long firstSequence) {
        if (firstSequence != 0 || !transactions.within() || added.containsKey(aggregate))
            return read(aggregate, firstSequence).events();
        var history = known.get(aggregate);
        if (history == null) {
            history = read(aggregate, 0);
            keep(aggregate, history);
        }
        return history.events();
    }

    /// Reads what is not known of these aggregates with one question, also that they have no events; needs a
    /// transaction.
    void expect(Collection<String> aggregates) {
        transactions.present();
        var unknown = aggregates.stream()
                .filter(aggregate -> !known.containsKey(aggregate) && !added.containsKey(aggregate))
                .distinct()
                .toList();
        if (unknown.isEmpty()) return;
        var found = transactions.read(session -> EventTable.ofAggregates(session, unknown));
        for (var aggregate : unknown) keep(aggregate, history(found.getOrDefault(aggregate, List.of())));
    }

    private void keep(String aggregate, History history) {
        var before = known.put(aggregate, history);
        weight += history.weight() - (before == null ? 0 : before.weight());
        var oldest = known.values().iterator();
        while (weight > MOST_BYTES) {
            weight -= oldest.next().weight();
            oldest.remove();
        }
    }

    private History read(String aggregate, long firstSequence) {
        return history(transactions.read(session -> EventTable.ofAggregate(session, aggregate, firstSequence)));
    }

    private History history(List<EventRow> rows) {
        var events = new ArrayList<DomainEventMessage<?>>(rows.size());
        int weight = History.NONE.weight();
        for (var row : rows) {
            events.add(messages.ofAggregate(row));
            weight = Math.addExact(weight, weight(row));
        }
        return new History(events, weight);
    }

    private static int weight(EventRow row) {
        return BYTES_A_MESSAGE + row.payload().length;
    }

    /// The transaction has written an event of an aggregate.
    void appended(EventRow row, DomainEventMessage<?> event) {
        var message = new GenericDomainEventMessage<>(
                event.getType(), event.getAggregateIdentifier(), event.getSequenceNumber(), event, row::timestamp);
        var one = new History(List.of(message), weight(row));
        added.merge(row.aggregate(), one, History::with);
    }

    @Override
    public void flush(Session writer) {}

    @Override
    public void committed() {
        added.forEach((aggregate, more) -> {
            boolean whole = more.events().getFirst().getSequenceNumber() == 0;
            var before = whole ? History.NONE : known.get(aggregate);
            if (before != null) keep(aggregate, before.with(more));
        });
        added.clear();
    }

    @Override
    public void rolledBack() {
        added.clear();
    }

    @Override
    public void forget(Session writer) {
        known.clear();
        weight = 0;
    }
}
