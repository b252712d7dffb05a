package tributary.command.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/// Axon's event store, with the facts of the running chunk found by aggregate.
///
/// Axon's own way to find them compares every fact of the unit of work with every other whenever an aggregate is
/// loaded, so that a chunk of a thousand changes would spend its time on that. Here each aggregate's facts stand in a
/// list of their own, from which a line that is refused takes its own away.
public final class StagingEventStore extends EmbeddedEventStore {
    private static final String STAGED = StagingEventStore.class.getName() + ".staged";

    /// Messages kept for processors that read live; few, since a batch of interactions is one.
    private static final int CACHED_EVENTS = 100;

    public StagingEventStore(EventStorageEngine engine) {
        super(EmbeddedEventStore.builder().storageEngine(engine).cachedEvents(CACHED_EVENTS));
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        super.publish(events);
        if (!CurrentUnitOfWork.isStarted()) return;
        for (var event : events) if (event instanceof DomainEventMessage<?> fact) stage(fact);
    }

    private static void stage(DomainEventMessage<?> fact) {
        var facts = staged().computeIfAbsent(fact.getAggregateIdentifier(), _ -> new ArrayList<>());
        facts.add(fact);
        CurrentUnitOfWork.get().onRollback(_ -> facts.remove(fact));
    }

    private static Map<String, List<DomainEventMessage<?>>> staged() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(STAGED, _ -> new HashMap<>());
    }

    /// Aggregates here are small and have no snapshots, which therefore are not looked for; nor is what was stored of
    /// an aggregate that begins in this unit of work.
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        var staged = stagedDomainEventMessages(aggregateIdentifier).toList();
        boolean beginsHere = !staged.isEmpty() && staged.getFirst().getSequenceNumber() == 0;
        return beginsHere ? DomainEventStream.of(staged) : readEvents(aggregateIdentifier, 0);
    }

    @Override
    protected Stream<DomainEventMessage<?>> stagedDomainEventMessages(String aggregateIdentifier) {
        if (!CurrentUnitOfWork.isStarted()) return Stream.empty();
        return List.copyOf(staged().getOrDefault(aggregateIdentifier, List.of())).stream();
    }
}
