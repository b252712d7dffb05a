package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.events.AccountId;
import tributary.events.ContactId;
import tributary.events.InteractionsRecorded;
import tributary.events.Refusal;
import tributary.store.codec.Samples;

/// Two processes on one PostgreSQL, as far as a store can tell: they share nothing but the database.
@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedPostgresTest {
    private static final AccountId ACME = Samples.ACME;
    private static final String SPRING = "acme/campaign/spring";
    private static final int ROUNDS = 60;

    private final String place = PostgresForTests.emptyPlace();
    private EventDatabase here;
    private EventDatabase there;

    @BeforeEach
    void open() {
        here = EventDatabase.open(StoreLocation.parse(place), Clock.systemUTC());
        there = EventDatabase.open(StoreLocation.parse(place), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        PostgresForTests.drop(place);
    }

    @Test
    void facts_of_one_aggregate_decided_in_both_follow_each_other() {
        inBoth(db -> times(
                ROUNDS,
                _ -> change(db, () -> {
                    long next = db.engine().lastSequenceNumberFor(SPRING).orElse(-1L) + 1;
                    db.engine().appendEvents(StoreContract.spring(next));
                })));

        assertThat(here.engine().readEvents(SPRING).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(
                        LongStream.range(0, 2 * ROUNDS).boxed().toList());
    }

    @Test
    void a_decision_on_what_was_known_before_is_refused_by_the_aggregates_sequence() {
        change(here, () -> here.engine().appendEvents(StoreContract.spring(0)));
        change(there, () -> there.engine().appendEvents(StoreContract.spring(1)));

        assertThatThrownBy(() -> change(here, () -> here.engine().appendEvents(StoreContract.spring(1))))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageContaining(SPRING);
    }

    @Test
    void an_address_gets_one_contact_whoever_meets_it_first() {
        inBoth(db -> times(ROUNDS, round -> change(db, () -> meet(db, "person" + round + "@example.org"))));

        var holders = new ArrayList<ContactId>();
        times(ROUNDS, round -> {
            var address = "person" + round + "@example.org";
            var holder = here.identities().holder(ACME, address).orElseThrow();
            assertThat(there.identities().holder(ACME, address)).contains(holder);
            holders.add(holder);
        });
        assertThat(holders).doesNotHaveDuplicates();
        assertThat(here.facts().head()).isEqualTo(ROUNDS);
    }

    private static void meet(EventDatabase db, String address) {
        if (db.identities().holder(ACME, address).isPresent()) return;
        var contact = db.identities().mint(ACME);
        db.identities().register(ACME, contact);
        db.identities().hold(ACME, address, contact);
        db.engine().appendEvents(StoreContract.batch(contact.value()));
    }

    @Test
    void contact_ids_are_minted_once() {
        var minted = new ConcurrentLinkedQueue<ContactId>();
        inBoth(db -> times(
                ROUNDS,
                _ -> minted.add(db.transactions()
                        .fetchInTransaction(() -> db.identities().mint(ACME)))));

        assertThat(minted).hasSize(2 * ROUNDS).doesNotHaveDuplicates();
    }

    @Test
    void a_message_delivered_to_both_is_recorded_once() {
        inBoth(db -> times(
                ROUNDS,
                round -> change(db, () -> {
                    var fresh = new ArrayList<String>();
                    for (int i = round * 10; i < round * 10 + 15; i++)
                        if (db.once().isNew(ACME, "shop", "m" + i)) fresh.add("m" + i);
                    fresh.forEach(id -> db.once().add(ACME, "shop", id));
                    if (!fresh.isEmpty()) db.engine().appendEvents(StoreContract.batch(fresh.toArray(String[]::new)));
                })));

        var lines = new ArrayList<String>();
        here.facts()
                .read(
                        0,
                        here.facts().head(),
                        recorded -> ((InteractionsRecorded) recorded.fact())
                                .interactions()
                                .forEach(interaction -> lines.add(interaction.line())));
        assertThat(lines).hasSize(ROUNDS * 10 + 5).doesNotHaveDuplicates();
    }

    @Test
    void readers_of_both_see_every_position_in_order_while_both_write() throws Exception {
        var written = new AtomicBoolean();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var seenHere = readers.submit(() -> positions(here, written));
            var seenThere = readers.submit(() -> positions(there, written));
            try {
                inBoth(db -> times(
                        ROUNDS,
                        round -> change(db, () -> {
                            db.engine().appendEvents(StoreContract.batch("a" + round));
                            db.engine()
                                    .appendEvents(StoreContract.batch("b" + round), StoreContract.batch("c" + round));
                        })));
            } finally {
                written.set(true);
            }

            var all = LongStream.rangeClosed(1, 2 * ROUNDS * 3).boxed().toList();
            assertThat(seenHere.get()).isEqualTo(all);
            assertThat(seenThere.get()).isEqualTo(all);
        }
    }

    /// Read as they come, each time from the last one seen on.
    private static List<Long> positions(EventDatabase db, AtomicBoolean written) {
        var seen = new ArrayList<Long>();
        boolean last;
        do {
            last = written.get();
            db.engine()
                    .readEvents(new GlobalSequenceTrackingToken(seen.isEmpty() ? 0 : seen.getLast()), false)
                    .forEach(event -> seen.add(event.trackingToken().position().orElseThrow()));
        } while (!last);
        return seen;
    }

    @Test
    void what_is_forgotten_in_one_is_unreadable_in_the_other_at_once() {
        var anna = new ContactId("anna");
        var sealed = here.transactions()
                .fetchInTransaction(() -> here.vault().seal(ACME, anna, Map.of("email", "anna@example.org")));
        there.transactions()
                .executeInTransaction(
                        () -> assertThat(there.vault().open(ACME, anna, sealed)).isPresent());

        change(here, () -> here.vault().forget(ACME, anna));

        assertThat(there.vault().open(ACME, anna, sealed)).isEmpty();
        there.transactions()
                .executeInTransaction(
                        () -> assertThat(there.vault().open(ACME, anna, sealed)).isEmpty());
    }

    @Test
    void a_contact_merged_or_deleted_in_one_is_so_in_the_other() {
        var anna = new ContactId("anna");
        var bert = new ContactId("bert");
        change(there, () -> {
            there.identities().register(ACME, anna);
            there.identities().register(ACME, bert);
            there.identities().hold(ACME, "anna@example.org", anna);
        });
        change(here, () -> {
            here.identities().merged(ACME, bert, anna);
            here.identities().releaseAll(ACME, bert);
        });

        change(there, () -> {
            assertThat(there.identities().survivor(ACME, anna)).isEqualTo(bert);
            assertThat(there.identities().holder(ACME, "anna@example.org")).isEmpty();
        });
    }

    @Test
    void accounts_and_tokens_of_one_are_known_in_the_other() {
        assertThat(there.accounts().exists(ACME)).isFalse();
        var issued = here.tokens().issue(ACME, "shop", Scopes.ALL, null);
        change(here, () -> here.engine().appendEvents(StoreContract.batch("a")));

        assertThat(there.accounts().all()).containsExactly(ACME);
        assertThat(there.tokens().find(issued.secret())).isPresent();
        assertThat(here.tokens().revoke(ACME, issued.id())).isTrue();
        assertThat(there.tokens().list(ACME)).isEmpty();
    }

    @Test
    void what_one_gave_up_is_not_taken_for_done_by_either() {
        for (var db : List.of(here, there)) {
            var transaction = db.transactions().startTransaction();
            meet(db, "anna@example.org");
            db.once().add(ACME, "shop", "m");
            transaction.rollback();
        }

        for (var db : List.of(here, there))
            change(db, () -> {
                assertThat(db.identities().holder(ACME, "anna@example.org")).isEmpty();
                assertThat(db.once().isNew(ACME, "shop", "m")).isTrue();
            });
    }

    @Test
    void what_was_read_in_a_turn_that_was_given_up_is_not_taken_for_what_is_known_later() {
        for (var db : List.of(here, there)) change(db, () -> meet(db, "anna@example.org"));
        var givenUp = here.transactions().startTransaction();
        assertThat(here.engine().readEvents(SPRING).hasNext()).isFalse();
        assertThat(here.identities().holder(ACME, "bert@example.org")).isEmpty();
        givenUp.rollback();

        change(there, () -> {
            there.engine().appendEvents(StoreContract.spring(0));
            meet(there, "bert@example.org");
        });

        change(here, () -> {
            assertThat(here.engine().readEvents(SPRING).hasNext()).isTrue();
            assertThat(here.identities().holder(ACME, "bert@example.org")).isPresent();
        });
    }

    @Test
    void a_session_that_is_ended_takes_its_transaction_with_it_and_is_replaced() {
        change(here, () -> here.engine().appendEvents(StoreContract.spring(0)));
        assertThatThrownBy(() -> change(here, () -> {
                    meet(here, "anna@example.org");
                    PostgresForTests.endWriters(place);
                    here.engine().appendEvents(StoreContract.spring(1));
                }))
                .isInstanceOf(Refusal.Busy.class);

        for (var db : List.of(there, here))
            change(db, () -> {
                meet(db, "anna@example.org");
                db.once().add(ACME, "shop", "m");
            });
        assertThat(facts(here)).hasSize(2).isEqualTo(facts(there));
    }

    private static List<EventMessage<?>> events(EventDatabase db) {
        return new ArrayList<>(db.engine()
                .readEvents(new GlobalSequenceTrackingToken(0), false)
                .toList());
    }

    private static List<String> facts(EventDatabase db) {
        return events(db).stream().map(EventMessage::getIdentifier).toList();
    }

    private static void change(EventDatabase db, Runnable work) {
        db.transactions().executeInTransaction(work);
    }

    private static void times(int count, Consumer<Integer> work) {
        for (int i = 0; i < count; i++) work.accept(i);
    }

    private void inBoth(Consumer<EventDatabase> work) {
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> work.accept(here), Thread.ofPlatform()::start),
                        CompletableFuture.runAsync(() -> work.accept(there), Thread.ofPlatform()::start))
                .join();
    }
}
