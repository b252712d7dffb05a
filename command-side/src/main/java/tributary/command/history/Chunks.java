package tributary.command.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import tributary.command.line.Desk;
import tributary.command.line.Line;
import tributary.command.line.LineTypes;
import tributary.events.AccountId;
import tributary.store.Caller;
import tributary.store.EventDatabase;

/// Runs chunks, each in a transaction of its own: it is committed and synced when the call returns, or nothing of it
/// happened.
public final class Chunks {
    private final EventDatabase database;
    private final EventStore events;
    private final CommandBus commands;
    private final Map<String, BiConsumer<Line, Desk>> types = new HashMap<>();

    private Chunks(EventDatabase database, EventStore events, CommandBus commands) {
        this.database = database;
        this.events = events;
        this.commands = commands;
    }

    /// @param business every type of line but interactions, with their aggregates
    public static Chunks over(EventDatabase database, EventStore events, List<LineTypes> business) {
        var chunks = new Chunks(database, events, CommandBuses.over(events, business));
        business.forEach(some -> chunks.types.putAll(some.byType()));
        return chunks;
    }

    /// Does something within one transaction.
    public <A> A inOne(AccountId account, Caller caller, Function<Desk, A> work) {
        return run(account, caller, work::apply);
    }

    <A> A run(AccountId account, Caller caller, Function<Chunk, A> work) {
        var unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("chunk"));
        try {
            attachTransaction(unit);
            var chunk = new Chunk(account, caller, database, events, commands, types);
            var answer = work.apply(chunk);
            chunk.recordInteractions();
            unit.commit();
            return answer;
        } catch (RuntimeException | Error failure) {
            if (unit.isActive()) unit.rollback(failure);
            throw failure;
        }
    }

    /// As Axon does it, and besides ends the transaction when an error, such as a lack of memory, keeps Axon from
    /// rolling back: otherwise nobody could write any more.
    private void attachTransaction(UnitOfWork<?> unit) {
        var transaction = database.transactions().startTransaction();
        unit.onCommit(_ -> transaction.commit());
        unit.onRollback(_ -> transaction.rollback());
        unit.onCleanup(_ -> transaction.rollback());
    }
}
