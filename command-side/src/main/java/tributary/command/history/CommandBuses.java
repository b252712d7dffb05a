package tributary.command.history;

import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import tributary.command.line.Command;
import tributary.command.line.LineTypes;
import tributary.store.FactMetadata;

/// Puts the aggregates on a command bus.
///
/// Transactions are not the bus's business: each chunk has one, and every command runs within a chunk. For the same
/// reason aggregates need no locks: there is one writer at a time.
final class CommandBuses {
    private CommandBuses() {}

    static CommandBus over(EventStore events, List<LineTypes> business) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(_ -> events)
                .configureCommandBus(_ -> SimpleCommandBus.builder()
                        .transactionManager(NoTransactionManager.INSTANCE)
                        .build())
                .configureCorrelationDataProviders(
                        _ -> List.of(new SimpleCorrelationDataProvider(FactMetadata.ACCOUNT)));
        business.forEach(types -> configurer.configureAggregate(configured(types.aggregate())));
        Configuration started = configurer.start();
        return started.commandBus();
    }

    private static <A> AggregateConfigurer<A> configured(Class<A> aggregate) {
        return AggregateConfigurer.defaultConfiguration(aggregate)
                .configureLockFactory(_ -> NullLockFactory.INSTANCE)
                .configureCommandTargetResolver(_ -> command ->
                        new VersionedAggregateIdentifier((Object) ((Command) command.getPayload()).target(), null));
    }
}
