package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tributary.events.ContactId;

abstract class IdentitiesContract extends StoreContract {
    private static final String ADDRESS = "anna@example.org";
    private static final String SECOND = "anna@home.example";

    @Test
    void an_address_is_found_however_it_is_written() {
        change(identities -> {
            identities.register(ACME, ANNA);
            identities.hold(ACME, " Anna@Example.ORG ", ANNA);
        });

        assertThat(db.identities().holder(ACME, ADDRESS)).contains(ANNA);
        assertThat(db.identities().holder(ACME, "ANNA@example.org\t")).contains(ANNA);
        assertThat(db.identities().holder(ACME, "bert@example.org")).isEmpty();
        assertThat(db.identities().holder(OTHER, ADDRESS)).isEmpty();
        assertThat(db.identities().exists(ACME, ANNA)).isTrue();
        assertThat(db.identities().exists(OTHER, ANNA)).isFalse();
    }

    @Test
    void a_contact_may_hold_several_addresses_and_an_address_has_one_holder() {
        change(identities -> {
            identities.register(ACME, ANNA);
            identities.register(ACME, BERT);
            identities.hold(ACME, ADDRESS, ANNA);
            identities.hold(ACME, SECOND, ANNA);
            identities.hold(ACME, SECOND, ANNA);

            assertThatThrownBy(() -> identities.hold(ACME, ADDRESS, BERT))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("anna")
                    .hasMessageNotContaining("@");
        });

        assertThat(db.identities().holder(ACME, SECOND)).contains(ANNA);
    }

    @Test
    void a_released_address_is_free_for_others() {
        change(identities -> {
            identities.register(ACME, ANNA);
            identities.register(ACME, BERT);
            identities.hold(ACME, ADDRESS, ANNA);
            identities.release(ACME, ADDRESS);
            identities.release(ACME, ADDRESS);
            identities.hold(ACME, ADDRESS, BERT);
            identities.releaseAll(ACME, ANNA);
        });

        assertThat(db.identities().holder(ACME, ADDRESS)).contains(BERT);
    }

    @Test
    void a_deleted_contact_takes_back_the_addresses_that_are_still_free() {
        change(identities -> {
            identities.register(ACME, ANNA);
            identities.register(ACME, BERT);
            identities.hold(ACME, ADDRESS, ANNA);
            identities.hold(ACME, SECOND, ANNA);
            identities.releaseAll(ACME, ANNA);
        });
        assertThat(db.identities().holder(ACME, ADDRESS)).isEmpty();
        reopen();

        change(identities -> {
            identities.hold(ACME, SECOND, BERT);
            assertThat(identities.reclaimAll(ACME, ANNA)).isFalse();
            assertThat(identities.reclaimAll(ACME, ANNA)).isTrue();
        });
        assertThat(db.identities().holder(ACME, ADDRESS)).contains(ANNA);
        assertThat(db.identities().holder(ACME, SECOND)).contains(BERT);
    }

    @Test
    void an_erased_contacts_addresses_are_forgotten() {
        change(identities -> {
            identities.register(ACME, ANNA);
            identities.hold(ACME, ADDRESS, ANNA);
            identities.forgetAll(ACME, ANNA);
            assertThat(identities.reclaimAll(ACME, ANNA)).isTrue();
        });

        assertThat(db.identities().holder(ACME, ADDRESS)).isEmpty();
        assertThat(db.identities().exists(ACME, ANNA)).isTrue();
    }

    @Test
    void a_merge_carries_addresses_over_and_names_the_survivor() {
        var cleo = new ContactId("cleo");
        change(identities -> {
            identities.register(ACME, ANNA);
            identities.register(ACME, BERT);
            identities.register(ACME, cleo);
            identities.hold(ACME, ADDRESS, BERT);
            identities.merged(ACME, ANNA, BERT);
            identities.merged(ACME, cleo, ANNA);
            assertThatThrownBy(() -> identities.merged(ACME, cleo, cleo)).isInstanceOf(IllegalStateException.class);
        });

        assertThat(db.identities().holder(ACME, ADDRESS)).contains(cleo);
        assertThat(db.identities().survivor(ACME, BERT)).isEqualTo(cleo);
        assertThat(db.identities().survivor(ACME, cleo)).isEqualTo(cleo);
        assertThat(db.identities().survivor(ACME, new ContactId("nobody"))).isEqualTo(new ContactId("nobody"));

        change(identities -> identities.releaseAll(ACME, cleo));
        assertThat(db.identities().holder(ACME, ADDRESS)).isEmpty();
    }

    @Test
    void minted_ids_are_decimal_and_never_given_twice() {
        var first = transact(() -> db.identities().mint(ACME));
        var next = new ContactId(Long.toString(Long.parseLong(first.value()) + 1));
        change(identities -> identities.register(ACME, next));
        reopen();
        var second = transact(() -> db.identities().mint(ACME));

        assertThat(first.value()).matches("\\d+");
        assertThat(second).isNotEqualTo(first).isNotEqualTo(next);
        assertThat(transact(() -> db.identities().mint(OTHER))).isEqualTo(first);
    }

    @Test
    void going_back_to_a_mark_undoes_what_came_after_it_and_no_more() {
        change(identities -> {
            identities.register(ACME, ANNA);
            identities.mark();
            identities.hold(ACME, ADDRESS, ANNA);
            identities.register(ACME, BERT);
            db.vault().seal(ACME, BERT, Map.of());
            identities.undoToMark();
            identities.hold(ACME, SECOND, ANNA);
            identities.mark();
            identities.releaseAll(ACME, ANNA);
            identities.undoToMark();
            identities.undoToMark();
        });

        assertThat(db.identities().exists(ACME, ANNA)).isTrue();
        assertThat(db.identities().exists(ACME, BERT)).isFalse();
        assertThat(db.identities().holder(ACME, ADDRESS)).isEmpty();
        assertThat(db.identities().holder(ACME, SECOND)).contains(ANNA);
    }

    @Test
    void whoever_is_expected_is_answered_as_without() {
        var unknown = new ContactId("nobody");
        change(identities -> {
            identities.register(ACME, ANNA);
            identities.hold(ACME, ADDRESS, ANNA);
            db.vault().seal(ACME, ANNA, Map.of());
        });
        reopen();
        change(identities -> {
            identities.register(ACME, BERT);
            identities.hold(ACME, SECOND, BERT);
            identities.expect(ACME, Set.of(ADDRESS, SECOND, "cleo@example.org"), Set.of(ANNA, BERT, unknown));

            assertThat(identities.exists(ACME, ANNA)).isTrue();
            assertThat(identities.exists(ACME, BERT)).isTrue();
            assertThat(identities.exists(ACME, unknown)).isFalse();
            assertThat(identities.holder(ACME, ADDRESS)).contains(ANNA);
            assertThat(identities.holder(ACME, SECOND)).contains(BERT);
            assertThat(identities.holder(ACME, "cleo@example.org")).isEmpty();
            identities.expect(OTHER, Set.of(ADDRESS), Set.of(ANNA));
            assertThat(identities.exists(OTHER, ANNA)).isFalse();
            assertThat(identities.holder(OTHER, ADDRESS)).isEmpty();
        });
    }

    @Test
    void many_are_expected_at_once() {
        var all = IntStream.range(0, 1_500)
                .mapToObj(number -> new ContactId("c" + number))
                .toList();
        change(identities -> all.forEach(contact -> {
            identities.register(ACME, contact);
            identities.hold(ACME, contact + "@example.org", contact);
        }));
        reopen();
        change(identities -> {
            var addresses =
                    all.stream().map(contact -> contact + "@example.org").toList();
            identities.expect(ACME, addresses, all);
            assertThat(all)
                    .allMatch(contact ->
                            identities.holder(ACME, contact + "@example.org").equals(Optional.of(contact)));
        });
    }

    @Test
    void without_a_mark_there_is_nothing_to_go_back_to() {
        change(identities -> identities.mark());

        assertThatThrownBy(() -> change(Identities::undoToMark)).isInstanceOf(IllegalStateException.class);
    }

    private void change(Consumer<Identities> change) {
        transact(() -> change.accept(db.identities()));
    }
}
