package tributary.command.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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

/// Runs chunks in transactions: what they did is committed and synced when the call returns, or nothing of it happened.
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
        var answers = new ArrayList<A>();
        run(group -> answers.add(work.apply(chunk(account, caller))));
        return answers.getFirst();
    }

    /// What became of chunks that were recorded together.
    ///
    /// @param tallies of the chunks, in their order
    /// @param position of the last fact
    record Recorded(List<Tally> tallies, long position) {}

    /// Takes several chunks within one transaction, one after the other.
    Recorded record(List<WaitingChunk> chunks) {
        var tallies = new ArrayList<Tally>(chunks.size());
        long position = run(group -> {
            for (var chunk : chunks) tallies.add(take(chunk, group));
        });
        return new Recorded(tallies, position);
    }

    private Tally take(WaitingChunk waiting, Group group) {
        var chunk = chunk(waiting.request().account(), waiting.request().caller());
        var tally = waiting.request().strict()
                ? takeAllOrNothing(waiting, chunk)
                : chunk.takeAll(waiting.lines(), waiting.ids());
        chunk.handOver(group);
        return tally;
    }

    /// The other chunks of the transaction stay, whatever becomes of this one.
    private Tally takeAllOrNothing(WaitingChunk waiting, Chunk chunk) {
        var unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("strict chunk"));
        try {
            attachTransaction(unit);
            var tally = chunk.takeAll(waiting.lines(), waiting.ids());
            if (tally.hasRefusals()) {
                chunk.drop();
                unit.rollback();
            } else {
                unit.commit();
            }
            return tally;
        } catch (RuntimeException | Error failure) {
            if (unit.isActive()) unit.rollback(failure);
            throw failure;
        }
    }

    private Chunk chunk(AccountId account, Caller caller) {
        return new Chunk(account, caller, database, commands, types);
    }

    /// @return the last position when all is committed
    private long run(Consumer<Group> work) {
        var unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("chunks"));
        try {
            var position = new long[1];
            unit.onCommit(_ -> position[0] = database.facts().head());
            attachTransaction(unit);
            var group = new Group();
            work.accept(group);
            group.record(events);
            unit.commit();
            return position[0];
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
