package tributary.command.history;

import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import tributary.command.line.Command;
import tributary.command.line.LineTypes;
import tributary.store.FactMetadata;

/// Puts the aggregates on a command bus.
///
/// Transactions are not the bus's business: each chunk has one, and every command runs within a chunk. For the same
/// reason aggregates need no locks: there is one writer at a time.
final class CommandBuses {
    /// The same as by the annotation of [Command#target()], without looking for it each time.
    private static final CommandTargetResolver TARGET =
            command -> new VersionedAggregateIdentifier((Object) ((Command) command.getPayload()).target(), null);

    private CommandBuses() {}

    static CommandBus over(EventStore events, List<LineTypes> business) {
        var bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(FactMetadata.ACCOUNT)));
        business.forEach(types -> subscribe(types.aggregate(), events, bus));
        return bus;
    }

    private static <A> void subscribe(Class<A> aggregate, EventStore events, CommandBus bus) {
        var repository = EventSourcingRepository.builder(aggregate)
                .eventStore(events)
                .lockFactory(NullLockFactory.INSTANCE)
                .build();
        AggregateAnnotationCommandHandler.<A>builder()
                .aggregateType(aggregate)
                .repository(repository)
                .commandTargetResolver(TARGET)
                .build()
                .subscribe(bus);
    }
}
