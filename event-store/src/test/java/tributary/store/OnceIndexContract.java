package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

abstract class OnceIndexContract extends StoreContract {
    @Test
    void an_id_is_new_once_per_account_and_source() {
        transact(() -> {
            assertThat(db.once().isNew(ACME, "token-1", "a")).isTrue();
            db.once().add(ACME, "token-1", "a");

            assertThat(db.once().isNew(ACME, "token-1", "a")).isFalse();
            assertThat(db.once().isNew(ACME, "token-2", "a")).isTrue();
            assertThat(db.once().isNew(OTHER, "token-1", "a")).isTrue();
            assertThat(db.once().isNew(ACME, "token-1", "A")).isTrue();
        });
    }

    @Test
    void ids_are_known_in_later_transactions_and_after_a_restart() {
        for (int t = 0; t < 20; t++) {
            int first = t * 1000;
            transact(() -> {
                for (int i = first; i < first + 1000; i++) db.once().add(ACME, "token-1", "id-" + i);
            });
        }
        for (int round = 0; round < 2; round++) {
            transact(() -> {
                for (int i = 0; i < 20_000; i++)
                    assertThat(db.once().isNew(ACME, "token-1", "id-" + i)).isFalse();
                for (int i = 20_000; i < 40_000; i++)
                    assertThat(db.once().isNew(ACME, "token-1", "id-" + i)).isTrue();
            });
            reopen();
        }
    }

    @Test
    void an_id_added_twice_is_taken_back_only_where_it_was_new() {
        transact(() -> {
            db.once().add(ACME, "token-1", "a");
            db.identities().mark();
            db.once().add(ACME, "token-1", "a");
            db.once().add(ACME, "token-1", "b");
            db.identities().undoToMark();
        });

        transact(() -> {
            assertThat(db.once().isNew(ACME, "token-1", "a")).isFalse();
            assertThat(db.once().isNew(ACME, "token-1", "b")).isTrue();
        });
    }

    @Test
    void thousands_of_ids_can_be_taken_back_while_those_before_them_stay() {
        transact(() -> {
            for (int i = 0; i < 3_000; i++) db.once().add(ACME, "token-1", "id-" + i);
            db.identities().mark();
            for (int i = 3_000; i < 9_000; i++) db.once().add(ACME, "token-1", "id-" + i);
            db.identities().undoToMark();
            db.once().add(ACME, "token-1", "id-5000");

            for (int i = 0; i < 9_000; i++)
                assertThat(db.once().isNew(ACME, "token-1", "id-" + i)).isEqualTo(i >= 3_000 && i != 5_000);
        });
    }

    @Test
    void ids_that_were_expected_are_answered_as_without() {
        var hashes = new OnceHash.Maker(ACME, "token-1");
        transact(() -> db.once().add(hashes.of("a")));

        transact(() -> {
            db.once().expect(Arrays.asList(hashes.of("a"), null, hashes.of("b")));
            assertThat(db.once().isNew(hashes.of("a"))).isFalse();
            assertThat(db.once().isNew(hashes.of("b"))).isTrue();
            db.once().add(hashes.of("b"));
            assertThat(db.once().isNew(ACME, "token-1", "b")).isFalse();
        });
    }
}
