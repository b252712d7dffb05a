package tributary.command.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import tributary.events.AccountId;
import tributary.events.Interaction;
import tributary.events.InteractionsRecorded;
import tributary.store.FactMetadata;

/// Chunks that are recorded together: one unit of work, one transaction. The interactions of each account and sender
/// become one fact, however many requests brought them.
final class Group {
    private final Map<Sender, List<Interaction>> interactions = new LinkedHashMap<>();

    private record Sender(AccountId account, String source) {}

    void add(AccountId account, String source, List<Interaction> some) {
        if (some.isEmpty()) return;
        interactions
                .computeIfAbsent(new Sender(account, source), _ -> new ArrayList<>(some.size()))
                .addAll(some);
    }

    /// Records the interactions of all chunks.
    void record(EventStore events) {
        interactions.forEach((sender, all) -> {
            for (int from = 0; from < all.size(); from += Limits.CHUNK_LINES)
                record(events, sender, all.subList(from, Math.min(all.size(), from + Limits.CHUNK_LINES)));
        });
    }

    private static void record(EventStore events, Sender sender, List<Interaction> some) {
        events.publish(new GenericEventMessage<>(
                new InteractionsRecorded(sender.account(), sender.source(), some),
                MetaData.with(FactMetadata.ACCOUNT, sender.account().value())));
    }
}
