package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.events.AccountId;
import tributary.events.InteractionsRecorded;
import tributary.events.Refusal;
import tributary.store.codec.Samples;

/// PostgreSQL that goes away asks for patience, and is used again as soon as it is back.
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresOutageTest {
    private static final AccountId ACME = Samples.ACME;

    private static PostgresServer server;

    private EventDatabase db;

    @BeforeAll
    static void a_server_of_its_own_runs() {
        server = PostgresServer.start();
    }

    @AfterAll
    static void it_ends() {
        server.close();
    }

    @BeforeEach
    void open() {
        db = EventDatabase.open(StoreLocation.parse(server.address()), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void while_it_is_away_everything_asks_to_try_again_later_and_names_no_password() {
        long head = db.facts().head();
        var issued = db.tokens().issue(ACME, "shop", Scopes.ALL, null);
        assertThat(db.tokens().find(issued.secret())).isPresent();
        server.crash();
        try {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(this::record).isInstanceOf(Refusal.Busy.class);
                assertThatThrownBy(() -> db.facts().head())
                        .isInstanceOf(Refusal.Busy.class)
                        .hasMessageContaining("PostgreSQL at 127.0.0.1")
                        .hasMessageNotContaining("for-tests-only");
            }
            assertThat(db.tokens().find(issued.secret()))
                    .as("known before, so that reports go on")
                    .isPresent();
            assertThatThrownBy(() -> db.tokens().find("unknown")).isInstanceOf(Refusal.Busy.class);
        } finally {
            server.startAgain();
        }

        assertThat(db.facts().head()).isEqualTo(head);
        record();
        assertThat(db.facts().head()).isEqualTo(head + 1);
    }

    @Test
    void sessions_that_broke_meanwhile_are_replaced_without_anybody_noticing() {
        record();
        long head = db.facts().head();
        server.crash();
        server.startAgain();

        assertThat(db.facts().head()).isEqualTo(head);
        record();
        assertThat(db.facts().head()).isEqualTo(head + 1);
    }

    /// Each message is sent until it is acknowledged, as senders do; whether the answer to a commit got lost or the
    /// commit itself, nobody can tell.
    @Test
    void under_load_nothing_acknowledged_is_lost_and_nothing_is_doubled() {
        var acknowledged = new ConcurrentLinkedQueue<String>();
        var ended = new AtomicBoolean();
        var senders = new ArrayList<CompletableFuture<Void>>();
        for (var name : List.of("a", "b"))
            senders.add(CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; !ended.get(); i++) {
                            while (!sent(name + i)) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
                            acknowledged.add(name + i);
                        }
                    },
                    Thread.ofPlatform()::start));
        for (int outage = 0; outage < 3; outage++) {
            int before = acknowledged.size();
            while (acknowledged.size() < before + 50) Thread.onSpinWait();
            server.crash();
            server.startAgain();
        }
        ended.set(true);
        senders.forEach(CompletableFuture::join);

        var recorded = new ArrayList<String>();
        db.facts().read(0, db.facts().head(), fact -> {
            if (fact.fact() instanceof InteractionsRecorded batch
                    && batch.source().equals("token-1"))
                batch.interactions().forEach(interaction -> recorded.add(interaction.line()));
        });
        assertThat(recorded).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    private boolean sent(String id) {
        try {
            db.transactions().executeInTransaction(() -> {
                if (!db.once().isNew(ACME, "load", id)) return;
                db.once().add(ACME, "load", id);
                db.engine().appendEvents(StoreContract.batch(id));
            });
            return true;
        } catch (Refusal.Busy tryAgain) {
            return false;
        }
    }

    private void record() {
        db.transactions()
                .executeInTransaction(
                        () -> db.engine().appendEvents(StoreContract.plain(StoreContract.changed("Spring"))));
    }
}
