package tributary.command.export;

import java.io.OutputStream;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tributary.command.account.AccountLines;
import tributary.command.history.Chunks;
import tributary.events.AccountEvent;
import tributary.events.AccountId;
import tributary.events.Fact;
import tributary.store.Caller;
import tributary.store.EventDatabase;

/// Writes the facts of an account, in the order of recording, as lines that record them again in an empty one. What
/// is said about the account itself comes first, since the rest is understood by it.
public final class HistoryExport {
    private static final ObjectWriter LINES = JsonMapper.shared().writer().withRootValueSeparator("\n");

    private final EventDatabase database;
    private final EventStore events;
    private final Chunks chunks;

    public HistoryExport(EventDatabase database, EventStore events, Chunks chunks) {
        this.database = database;
        this.events = events;
        this.chunks = chunks;
    }

    /// @throws tributary.events.Refusal if there is no such account
    AccountId opened(AccountId account, Caller caller) {
        return chunks.inOne(account, caller, AccountLines::opened);
    }

    void write(AccountId account, OutputStream to) {
        long head = database.facts().head();
        try (var json = LINES.createGenerator(to)) {
            var out = new LineWriter(json);
            var people = new ExportedPeople(account, database.vault());
            var lines = new FactLines(out, people, new LineIds(database.storeId()));
            for (var said : AccountStatements.of(aboutAccount(account))) lines.write(said);
            database.facts().read(0, head, recorded -> {
                if (!recorded.account().equals(account) || isSaid(recorded.fact())) return;
                lines.write(recorded.position(), recorded.fact());
            });
            out.endOfExport();
        }
    }

    private List<AccountEvent> aboutAccount(AccountId account) {
        return events.readEvents(AccountLines.key(account))
                .asStream()
                .map(event -> (AccountEvent) event.getPayload())
                .toList();
    }

    /// Whether the fact is among what is said at the beginning.
    private static boolean isSaid(Fact fact) {
        return switch (fact) {
            case AccountEvent.AccountOpened _, AccountEvent.AccountChanged _, AccountEvent.RuleSetDefined _ -> true;
            case AccountEvent.PipelineDefined defined -> AccountLines.isStandard(defined);
            default -> false;
        };
    }
}
