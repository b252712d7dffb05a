package tributary.command.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import tributary.command.history.LineReader.Numbered;
import tributary.command.interaction.Act;
import tributary.command.line.Command;
import tributary.command.line.Desk;
import tributary.command.line.Line;
import tributary.command.line.Parsed;
import tributary.command.line.Unreadable;
import tributary.command.line.Wrong;
import tributary.events.AccountId;
import tributary.events.Interaction;
import tributary.events.Refusal;
import tributary.store.Caller;
import tributary.store.EventDatabase;
import tributary.store.FactMetadata;
import tributary.store.Identities;
import tributary.store.OnceHash;
import tributary.store.Scopes;
import tributary.store.Vault;

/// Lines of one request that are taken together, within a transaction. Interactions are gathered and recorded at its
/// end; every other line is a command, run nested. A refused line leaves nothing behind.
final class Chunk implements Desk {
    private static final int WORTH_ASKING_TOGETHER = 4;

    private final AccountId account;
    private final Caller caller;
    private final EventDatabase database;
    private final CommandBus commands;
    private final Map<String, BiConsumer<Line, Desk>> types;
    private final MetaData metadata;
    private final List<Interaction> interactions = new ArrayList<>();

    Chunk(
            AccountId account,
            Caller caller,
            EventDatabase database,
            CommandBus commands,
            Map<String, BiConsumer<Line, Desk>> types) {
        this.account = account;
        this.caller = caller;
        this.database = database;
        this.commands = commands;
        this.types = types;
        this.metadata = MetaData.with(FactMetadata.ACCOUNT, account.value());
    }

    /// Takes each line by itself.
    ///
    /// @param ids the once-only ids of those that are interactions, `null` where there is none
    Tally takeAll(List<Numbered> lines, List<OnceHash> ids) {
        var tally = new Tally();
        if (lines.size() >= WORTH_ASKING_TOGETHER) {
            database.once().expect(ids);
            if (database.isFar()) expectMentioned(lines);
        }
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            try {
                take(line.parsed(), ids.get(i));
                tally.accept();
            } catch (Refusal.Busy notNow) {
                // Says nothing about the line: the whole chunk is to be sent again.
                throw notNow;
            } catch (Refusal refusal) {
                tally.refuse(line.number(), refusal);
            }
        }
        return tally;
    }

    private void expectMentioned(List<Numbered> lines) {
        var mentioned = Mentioned.in(lines);
        database.identities().expect(account, mentioned.addresses(), mentioned.contacts());
        database.expectAggregates(mentioned.aggregates(account, database.identities()));
    }

    /// Takes a line, or leaves everything as it was.
    ///
    /// @throws Refusal why it was not taken
    private void take(Parsed parsed, OnceHash id) {
        switch (parsed) {
            case Act act -> takeAct(act, id);
            case Line line -> takeLine(line);
            case Unreadable(Refusal refusal) -> throw refusal;
            default -> throw new IllegalArgumentException("lines are not read as " + parsed.getClass());
        }
    }

    /// An interaction is refused only before anything was done for it, so that there is nothing to undo.
    private void takeAct(Act act, OnceHash id) {
        if (isRepeated(id)) return;
        interactions.add(act.by(this));
        remember(id);
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
        var id = hash(line.id());
        if (isRepeated(id)) return;
        database.identities().mark();
        try {
            taken.accept(line, this);
        } catch (Refusal refusal) {
            database.identities().undoToMark();
            throw refusal;
        }
        remember(id);
    }

    private OnceHash hash(String id) {
        return id == null ? null : new OnceHash.Maker(account, caller.source()).of(id);
    }

    private boolean isRepeated(OnceHash id) {
        return id != null && !database.once().isNew(id);
    }

    private void remember(OnceHash id) {
        if (id != null) database.once().add(id);
    }

    /// Hands the interactions gathered over to be recorded.
    void handOver(Group group) {
        group.add(account, caller.source(), interactions);
    }

    /// Forgets the interactions gathered, which are not to be recorded.
    void drop() {
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
