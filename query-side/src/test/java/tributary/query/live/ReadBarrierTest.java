package tributary.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import tributary.events.AccountId;
import tributary.events.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadBarrierTest {
    private static final AccountId OTHER = new AccountId("other");

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = new World(folder).started();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_report_includes_every_fact_recorded_before_it_was_asked_for() {
        for (var fact : new MadeUpHistory(World.ACME, 3, 5).facts(60)) {
            world.record(World.ACME, List.of(fact));
            assertThat(position(true)).isEqualTo(world.database.facts().head());
        }
    }

    @Test
    void facts_of_another_account_do_not_hold_it_up() {
        world.record(World.ACME, new MadeUpHistory(World.ACME, 3, 5).facts(5));
        world.record(OTHER, new MadeUpHistory(OTHER, 4, 5).facts(50));

        assertThat(position(true)).isEqualTo(world.database.facts().head());
    }

    @Test
    void a_report_that_does_not_wait_answers_from_what_is_published() {
        world.record(World.ACME, new MadeUpHistory(World.ACME, 3, 5).facts(30));
        var published = position(true);
        world.projection.stop();
        world.record(World.ACME, new MadeUpHistory(World.ACME, 4, 5).facts(30));

        assertThat(position(false)).isLessThanOrEqualTo(published).isPositive();
    }

    @Test
    void an_unknown_rule_set_is_refused_and_the_known_ones_are_named() {
        assertThatThrownBy(() -> world.told(World.ACME, "2022"))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("2022")
                .hasMessageContaining("2023-09, 2024-11");
    }

    @Test
    void a_fact_that_cannot_be_read_stops_the_figures_and_is_shown() throws Exception {
        world.record(World.ACME, new MadeUpHistory(World.ACME, 3, 5).facts(5));
        world.told(World.ACME);
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        var position = recordUnknown();

        assertThatThrownBy(this::waitForRefusal)
                .isInstanceOf(Refusal.Busy.class)
                .hasMessageContaining(String.valueOf(position))
                .hasMessageContaining("campaign.teleported");
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health().getDetails().toString()).contains("campaign.teleported", String.valueOf(position));
    }

    @Test
    void a_server_over_a_fact_that_cannot_be_read_starts_and_says_what_stops_it_until_it_can() throws Exception {
        world.record(World.ACME, new MadeUpHistory(World.ACME, 3, 5).facts(5));
        var position = recordUnknown();
        world.close();

        world = new World(folder).started();
        assertThatThrownBy(this::waitForRefusal).hasMessageContaining("campaign.teleported");
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);

        makeKnown(position);
        assertThat(positionOnceNotRefused()).isEqualTo(position);
        await(() -> health().getStatus().equals(Status.UP));
    }

    private static void await(BooleanSupplier condition) {
        for (var i = 0; i < 300 && !condition.getAsBoolean(); i++) LockSupport.parkNanos(10_000_000);
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /// It is tried again after a second, then later and later.
    private long positionOnceNotRefused() {
        for (var i = 0; i < 300; i++) {
            try {
                return position(true);
            } catch (Refusal.Busy _) {
                LockSupport.parkNanos(100_000_000);
            }
        }
        throw new AssertionError("the figures do not go on");
    }

    private void waitForRefusal() {
        for (var i = 0; i < 50; i++) position(true);
    }

    private Health health() {
        return new FiguresHealth(world.projection, world.stoppages).health();
    }

    private long position(boolean wait) {
        return world.desk.ask(World.ACME, Optional.empty(), Optional.empty(), wait, AccountView::position);
    }

    /// Records the last fact once more, under a name that nobody knows.
    private long recordUnknown() throws SQLException {
        var position = world.database.facts().head() + 1;
        execute("insert into events select " + position
                + ", recorded_at, account, null, null, null, 'campaign.teleported', revision, 'x', metadata, payload"
                + " from events where position = " + (position - 1));
        return position;
    }

    private void makeKnown(long position) throws SQLException {
        execute("update events set name = (select name from events where position = " + (position - 1)
                + ") where position = " + position);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("events.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
