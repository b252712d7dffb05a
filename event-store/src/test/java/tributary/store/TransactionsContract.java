package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

abstract class TransactionsContract extends StoreContract {
    @Test
    void what_was_rolled_back_leaves_no_trace() {
        abandon(() -> {
            db.engine().appendEvents(spring(0));
            db.once().add(ACME, "token-1", "a");
            db.identities().register(ACME, ANNA);
            db.identities().hold(ACME, "anna@example.org", ANNA);
            db.vault().seal(ACME, ANNA, Map.of("email", "anna@example.org"));
        });

        assertThat(db.facts().head()).isZero();
        assertThat(db.accounts().all()).isEmpty();
        assertThat(db.identities().exists(ACME, ANNA)).isFalse();
        transact(() -> {
            assertThat(db.once().isNew(ACME, "token-1", "a")).isTrue();
            assertThat(db.identities().holder(ACME, "anna@example.org")).isEmpty();
        });
    }

    @Test
    void what_was_not_committed_is_gone_after_a_restart() throws InterruptedException {
        append(spring(0));
        var writer = Thread.ofPlatform().start(() -> {
            db.transactions().startTransaction();
            db.engine().appendEvents(spring(1));
            db.once().add(ACME, "token-1", "a");
        });
        writer.join();

        var second = EventDatabase.open(copyOfLocation(), clock());
        try (second) {
            assertThat(second.facts().head()).isEqualTo(1);
            second.transactions().executeInTransaction(() -> {
                assertThat(second.once().isNew(ACME, "token-1", "a")).isTrue();
                second.engine().appendEvents(spring(1));
            });
            assertThat(second.facts().head()).isEqualTo(2);
        }
        db = EventDatabase.open(anotherLocation(), clock());
    }

    /// The database as it would be found if this process died now.
    abstract StoreLocation copyOfLocation();

    abstract StoreLocation anotherLocation();

    @Test
    void a_transaction_within_another_joins_it() {
        transact(() -> {
            transact(() -> db.once().add(ACME, "token-1", "a"));
            append(spring(0));
            assertThat(fromElsewhere(() -> db.facts().head())).isZero();
        });

        assertThat(db.facts().head()).isEqualTo(1);
        transact(() -> assertThat(db.once().isNew(ACME, "token-1", "a")).isFalse());
    }

    @Test
    void a_joined_transaction_that_is_rolled_back_takes_back_its_own_changes_only() {
        transact(() -> {
            db.once().add(ACME, "token-1", "a");
            abandon(() -> db.once().add(ACME, "token-1", "b"));
            db.once().add(ACME, "token-1", "c");
        });

        transact(() -> {
            assertThat(db.once().isNew(ACME, "token-1", "a")).isFalse();
            assertThat(db.once().isNew(ACME, "token-1", "b")).isTrue();
            assertThat(db.once().isNew(ACME, "token-1", "c")).isFalse();
        });
    }

    @Test
    void a_joined_transaction_that_is_rolled_back_after_writing_events_dooms_the_whole() {
        assertThatThrownBy(() -> transact(() -> abandon(() -> db.engine().appendEvents(spring(0)))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(db.facts().head()).isZero();
        append(spring(0));
    }

    @Test
    void writers_take_turns() throws InterruptedException {
        var writers = new ArrayList<Thread>();
        for (int w = 0; w < 4; w++) {
            int writer = w;
            writers.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 50; i++) append(batch(writer + "/" + i));
            }));
        }
        for (var writer : writers) writer.join();

        assertThat(db.facts().head()).isEqualTo(200);
    }

    @Test
    void changing_without_a_transaction_is_refused() {
        assertThatThrownBy(() -> db.once().add(ACME, "token-1", "a")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> db.identities().register(ACME, ANNA)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> db.vault().forget(ACME, ANNA)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_another_process_wrote_is_noticed() {
        transact(() -> {
            db.once().add(ACME, "token-1", "a");
            assertThat(db.identities().holder(ACME, "anna@example.org")).isEmpty();
        });
        try (var other = EventDatabase.open(location(), clock())) {
            other.transactions().executeInTransaction(() -> {
                assertThat(other.once().isNew(ACME, "token-1", "a")).isFalse();
                other.once().add(ACME, "token-1", "b");
                other.identities().register(ACME, ANNA);
                other.identities().hold(ACME, "anna@example.org", ANNA);
                other.engine().appendEvents(spring(0));
            });
        }

        transact(() -> {
            assertThat(db.once().isNew(ACME, "token-1", "b")).isFalse();
            assertThat(db.identities().holder(ACME, "anna@example.org")).contains(ANNA);
            db.engine().appendEvents(spring(1));
        });
        assertThat(db.facts().head()).isEqualTo(2);
    }
}
