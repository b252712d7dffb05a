package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tributary.events.Sealed;

abstract class VaultContract extends StoreContract {
    private static final Map<String, String> PERSONAL = Map.of("email", "anna@example.org", "firstname", "Anna Ü");

    @Test
    void what_was_sealed_is_opened_again_after_a_restart() {
        var sealed = transact(() -> db.vault().seal(ACME, ANNA, PERSONAL));
        var again = transact(() -> db.vault().seal(ACME, ANNA, Map.of()));
        reopen();

        assertThat(db.vault().open(ACME, ANNA, sealed)).contains(PERSONAL);
        assertThat(db.vault().open(ACME, ANNA, again)).contains(Map.of());
    }

    @Test
    void a_seal_that_was_tampered_with_is_refused() {
        var sealed = transact(() -> db.vault().seal(ACME, ANNA, PERSONAL));
        for (int i = 0; i < sealed.bytes().length; i++) {
            var bytes = sealed.bytes();
            bytes[i] ^= 1;
            assertThatThrownBy(() -> db.vault().open(ACME, ANNA, new Sealed(bytes)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("anna");
        }
    }

    @Test
    void a_seal_cannot_be_passed_off_as_another_contacts() {
        var sealed = transact(() -> db.vault().seal(ACME, ANNA, PERSONAL));
        transact(() -> db.vault().seal(ACME, BERT, PERSONAL));

        assertThatThrownBy(() -> db.vault().open(ACME, BERT, sealed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void without_the_key_nothing_is_readable_for_good() {
        var sealed = transact(() -> db.vault().seal(ACME, ANNA, PERSONAL));
        transact(() -> db.vault().forget(ACME, ANNA));

        assertThat(db.vault().open(ACME, ANNA, sealed)).isEmpty();
        reopen();
        assertThat(db.vault().open(ACME, ANNA, sealed)).isEmpty();
        assertThat(db.vault().open(ACME, BERT, sealed)).isEmpty();
        assertThatThrownBy(() -> transact(() -> db.vault().seal(ACME, ANNA, PERSONAL)))
                .isInstanceOf(IllegalStateException.class);
    }
}
