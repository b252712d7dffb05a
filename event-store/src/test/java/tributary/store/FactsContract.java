package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import tributary.events.AccountId;
import tributary.events.Fact;
import tributary.events.StoredName;
import tributary.store.codec.InteractionColumns;
import tributary.store.codec.Samples;

abstract class FactsContract extends StoreContract {
    @Test
    void each_kind_of_fact_is_read_as_it_was_recorded() {
        var facts = new ArrayList<Fact>();
        for (var name : StoredName.values()) facts.add(Samples.of(name));
        for (var fact : facts) append(plain(fact));

        assertThat(read(0, db.facts().head())).extracting(Recorded::fact).isEqualTo(facts);
    }

    @Test
    void a_range_is_read_in_order_from_after_its_start_to_its_end() {
        for (int i = 0; i < 700; i++) append(i % 2 == 0 ? batch("i" + i) : spring(i));

        assertThat(read(99, 600))
                .extracting(Recorded::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(100, 600).boxed().toList());
        assertThat(read(600, 600)).isEmpty();
        assertThat(read(690, 10_000)).hasSize(10);
    }

    @Test
    void a_handler_that_fails_ends_the_reading() {
        for (int i = 0; i < 200; i++) append(spring(i));
        var handled = new ArrayList<Long>();

        assertThatThrownBy(() -> db.facts().read(0, 200, recorded -> {
                    handled.add(recorded.position());
                    if (recorded.position() == 3) throw new IllegalStateException("no more");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no more");
        assertThat(handled).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_loader_gets_batches_as_columns_in_order_and_nothing_it_does_not_want() {
        for (int i = 0; i < 150; i++) append(i % 2 == 0 ? batch("i" + i, "j" + i) : spring(i));
        transact(() -> db.engine().appendEvents(new GenericEventMessage<>(changed("x"), Map.of("account", "other"))));
        append(batch("last"));
        var loaded = new ArrayList<String>();

        db.facts().load(0, Long.MAX_VALUE, new FactLoader<List<String>>() {
            @Override
            public boolean wants(AccountId account) {
                return account.equals(ACME);
            }

            @Override
            public List<String> prepare(InteractionColumns batch) {
                return IntStream.range(0, batch.size())
                        .mapToObj(line -> batch.interaction(line).line())
                        .toList();
            }

            @Override
            public void batch(long position, AccountId account, List<String> lines) {
                loaded.add(position + " " + lines);
            }

            @Override
            public void fact(Recorded recorded) {
                loaded.add(recorded.position() + " "
                        + StoredName.of(recorded.fact().getClass()));
            }
        });

        var expected = new ArrayList<String>();
        for (int i = 0; i < 150; i++)
            expected.add(i % 2 == 0 ? i + 1 + " [i" + i + ", j" + i + "]" : i + 1 + " " + StoredName.CAMPAIGN_CHANGED);
        expected.add("152 [last]");
        assertThat(loaded).isEqualTo(expected);
    }

    @Test
    void a_transaction_reads_its_own_facts_and_nobody_else_does() {
        append(spring(0));
        transact(() -> {
            db.engine().appendEvents(spring(1));

            assertThat(read(0, 5)).hasSize(2);
            assertThat(fromElsewhere(() -> db.facts().head())).isEqualTo(1L);
        });
        assertThat(db.facts().head()).isEqualTo(2);
    }

    @Test
    void an_interaction_is_found_by_its_place() {
        append(spring(0), batch("a", "b", "c"));

        assertThat(db.facts().interaction(2, 1).line()).isEqualTo("b");
        assertThatThrownBy(() -> db.facts().interaction(2, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> db.facts().interaction(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> db.facts().interaction(9, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_position_as_of_an_instant_includes_what_was_recorded_then() {
        assertThat(db.facts().positionAsOf(now)).isEmpty();
        var instants = new ArrayList<Instant>();
        for (int i = 0; i < 20; i++) {
            now = now.plusSeconds(1);
            instants.add(now);
            append(spring(2 * i), spring(2 * i + 1));
        }

        assertThat(db.facts().positionAsOf(instants.getFirst().minusNanos(1000)))
                .isEmpty();
        for (int i = 0; i < 20; i++) {
            assertThat(db.facts().positionAsOf(instants.get(i))).isEqualTo(OptionalLong.of(2 * i + 2));
            assertThat(db.facts().positionAsOf(instants.get(i).plusMillis(900))).isEqualTo(OptionalLong.of(2 * i + 2));
        }
    }

    @Test
    void accounts_are_those_with_facts_in_the_order_of_their_first() {
        append(spring(0));
        transact(() -> db.engine().appendEvents(new GenericEventMessage<>(changed("x"), Map.of("account", "other"))));
        append(spring(1));

        assertThat(db.accounts().all()).containsExactly(ACME, OTHER);
        assertThat(db.accounts().exists(OTHER)).isTrue();
        assertThat(db.accounts().exists(new AccountId("nobody"))).isFalse();
    }

    final List<Recorded> read(long after, long upTo) {
        var read = new ArrayList<Recorded>();
        db.facts().read(after, upTo, read::add);
        return read;
    }
}
