package tributary.command.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import tributary.command.interaction.Act;
import tributary.command.line.Command;
import tributary.command.line.Desk;
import tributary.command.line.Line;
import tributary.command.line.Parsed;
import tributary.command.line.Unreadable;
import tributary.command.line.Wrong;
import tributary.events.AccountId;
import tributary.events.Interaction;
import tributary.events.InteractionsRecorded;
import tributary.events.Refusal;
import tributary.store.Caller;
import tributary.store.EventDatabase;
import tributary.store.FactMetadata;
import tributary.store.Identities;
import tributary.store.Scopes;
import tributary.store.Vault;

/// Lines that are taken together: one unit of work, one transaction. Interactions are gathered and recorded as one
/// fact; every other line is a command, run nested. A refused line leaves nothing behind.
final class Chunk implements Desk {
    private final AccountId account;
    private final Caller caller;
    private final EventDatabase database;
    private final EventStore events;
    private final CommandBus commands;
    private final Map<String, BiConsumer<Line, Desk>> types;
    private final MetaData metadata;
    private final List<Interaction> interactions = new ArrayList<>();

    Chunk(
            AccountId account,
            Caller caller,
            EventDatabase database,
            EventStore events,
            CommandBus commands,
            Map<String, BiConsumer<Line, Desk>> types) {
        this.account = account;
        this.caller = caller;
        this.database = database;
        this.events = events;
        this.commands = commands;
        this.types = types;
        this.metadata = MetaData.with(FactMetadata.ACCOUNT, account.value());
    }

    /// Takes a line, or leaves everything as it was.
    ///
    /// @throws Refusal why it was not taken
    void take(Parsed parsed) {
        switch (parsed) {
            case Act act -> takeAct(act);
            case Line line -> takeLine(line);
            case Unreadable(Refusal refusal) -> throw refusal;
            default -> throw new IllegalArgumentException("lines are not read as " + parsed.getClass());
        }
    }

    /// An interaction is refused only before anything was done for it, so that there is nothing to undo.
    private void takeAct(Act act) {
        if (isRepeated(act.id())) return;
        interactions.add(act.by(this));
        remember(act.id());
        if (interactions.size() == Limits.CHUNK_LINES) recordInteractions();
    }

    private void takeLine(Line line) {
        var taken = types.get(line.type());
        if (taken == null)
            throw Wrong.value(
                    "type",
                    line.type(),
                    "interaction or one of "
                            + String.join(", ", types.keySet().stream().sorted().toList()));
        if (!line.type().equals("visitor.identify")) caller.require(Scopes.HISTORY_WRITE);
        if (isRepeated(line.id())) return;
        database.identities().mark();
        try {
            taken.accept(line, this);
        } catch (Refusal refusal) {
            database.identities().undoToMark();
            throw refusal;
        }
        remember(line.id());
    }

    private boolean isRepeated(String id) {
        return id != null && !database.once().isNew(account, caller.source(), id);
    }

    private void remember(String id) {
        if (id != null) database.once().add(account, caller.source(), id);
    }

    /// Records the interactions gathered so far.
    void recordInteractions() {
        if (interactions.isEmpty()) return;
        events.publish(
                new GenericEventMessage<>(new InteractionsRecorded(account, caller.source(), interactions), metadata));
        interactions.clear();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <A> A send(Command command) {
        var answered = new Answered();
        commands.dispatch(new GenericCommandMessage<>((Object) command, metadata), answered);
        if (answered.result.isExceptional()) throw unchecked(answered.result.exceptionResult());
        return (A) answered.result.getPayload();
    }

    private static final class Answered implements org.axonframework.commandhandling.CommandCallback<Object, Object> {
        private CommandResultMessage<?> result;

        @Override
        public void onResult(CommandMessage<?> command, CommandResultMessage<?> result) {
            this.result = result;
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) throw error;
        return thrown instanceof RuntimeException exception ? exception : new IllegalStateException(thrown);
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public Identities identities() {
        return database.identities();
    }

    @Override
    public Vault vault() {
        return database.vault();
    }
}
