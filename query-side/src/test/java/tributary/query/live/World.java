package tributary.query.live;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import tributary.events.AccountId;
import tributary.events.Fact;
import tributary.store.EventDatabase;
import tributary.store.FactMetadata;
import tributary.store.SqliteFile;

/// A store in a file, and the query side over it.
final class World implements AutoCloseable {
    static final AccountId ACME = new AccountId("acme");

    final EventDatabase database;
    final Crew crew = new Crew(2);
    final Stoppages stoppages = new Stoppages();
    final Ledgers ledgers;
    final Rebuild rebuild;
    final Pasts pasts;
    final Projection projection;
    final SnapshotKeeper keeper;
    final ReportDesk desk;
    final Renewal renewal;
    final LiveSegments segments;
    Instant now = Instant.parse("2024-01-01T00:00:00Z");

    World(Path folder) {
        this(folder, false, Optional.empty());
    }

    World(Path folder, JourneySnapshots snapshots) {
        this(folder, false, Optional.of(snapshots));
    }

    /// One that shares accounts with others and has none to begin with.
    static World sharing(Path folder) {
        return new World(folder, true, Optional.empty());
    }

    static World sharing(Path folder, JourneySnapshots snapshots) {
        return new World(folder, true, Optional.of(snapshots));
    }

    private World(Path folder, boolean shared, Optional<JourneySnapshots> snapshots) {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        database = EventDatabase.open(new SqliteFile(folder.resolve("events.db")), clock);
        var facts = database.facts();
        ledgers = shared ? Ledgers.ofNone(facts, crew) : new Ledgers(facts, crew);
        rebuild = new Rebuild(facts);
        pasts = new Pasts(facts, ledgers, rebuild);
        var beginnings = new Beginnings(facts, database.accounts(), snapshots);
        projection = new Projection(
                facts,
                new FactStream(database.engine(), facts, stoppages),
                ledgers,
                beginnings,
                rebuild,
                pasts,
                stoppages,
                2);
        keeper = new SnapshotKeeper(facts, ledgers, projection::caughtUp, snapshots);
        var barrier = new ReadBarrier(facts, projection, ledgers, stoppages);
        desk = new LiveReportDesk(ledgers, pasts, barrier);
        segments = new LiveSegments(facts, ledgers, beginnings, rebuild, stoppages, 2);
        renewal = new LiveRenewal(facts, ledgers, rebuild, barrier);
    }

    World started() {
        projection.start();
        return this;
    }

    void record(AccountId account, Collection<? extends Fact> facts) {
        var messages = facts.stream()
                .<EventMessage<?>>map(
                        fact -> new GenericEventMessage<>(fact, Map.of(FactMetadata.ACCOUNT, account.value())))
                .toList();
        database.transactions().executeInTransaction(() -> database.engine().appendEvents(List.copyOf(messages)));
    }

    Map<String, Object> told(AccountId account) {
        return told(account, "2023-09");
    }

    Map<String, Object> told(AccountId account, String ruleSet) {
        return desk.ask(account, Optional.of(ruleSet), Optional.empty(), true, Told::of);
    }

    Map<String, Object> toldAsOf(AccountId account, Instant instant) {
        return desk.ask(account, Optional.empty(), Optional.of(instant), true, Told::of);
    }

    @Override
    public void close() {
        projection.stop();
        crew.close();
        database.close();
    }
}
