package tributary.query.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import tributary.events.AccountId;
import tributary.events.Fact;

/// A [World] for tests of other packages.
public final class LiveWorld implements AutoCloseable {
    public static final AccountId ACME = World.ACME;

    private final World world;

    public LiveWorld(Path folder) {
        world = new World(folder).started();
    }

    public void record(Collection<? extends Fact> facts) {
        world.record(ACME, facts);
    }

    /// What a report sees that includes everything recorded.
    public <T> T ask(Optional<String> ruleSet, Function<FiguresView, T> report) {
        return world.desk.askFigures(ACME, ruleSet, Optional.empty(), true, report);
    }

    /// Folds everything recorded, and judges nothing.
    public void foldAll() {
        world.projection.look();
        while (world.projection.reached(ACME) < world.database.facts().head()) Thread.onSpinWait();
    }

    public void rejudge() {
        world.renewal.rejudge(ACME, Optional.empty(), Progress.UNSEEN);
    }

    public LiveAccounts accounts() {
        return world.ledgers;
    }

    /// As if nobody had asked for figures under another rule set for long.
    public void forgetOtherRuleSets() {
        world.ledgers.of(ACME).forgetUnasked(Duration.ZERO);
    }

    @Override
    public void close() {
        world.close();
    }
}
