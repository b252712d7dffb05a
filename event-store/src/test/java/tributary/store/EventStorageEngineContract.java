package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import tributary.events.CampaignEvent;

abstract class EventStorageEngineContract extends StoreContract {
    @Test
    void an_aggregates_events_come_back_whole_and_in_order() {
        var first = new GenericDomainEventMessage<>(
                "Campaign",
                "acme/campaign/spring",
                0,
                changed("Spring"),
                MetaData.with("account", "acme").and("traceId", "t-1").and("tries", 3));
        append(first, spring(1));

        var read = db.engine().readEvents("acme/campaign/spring").asStream().toList();

        assertThat(read).extracting(DomainEventMessage::getSequenceNumber).containsExactly(0L, 1L);
        var message = read.getFirst();
        assertThat(message.getPayload()).isEqualTo(first.getPayload());
        assertThat(message.getPayloadType()).isEqualTo(CampaignEvent.CampaignChanged.class);
        assertThat(message.getMetaData()).isEqualTo(first.getMetaData());
        assertThat(message.getIdentifier()).isEqualTo(first.getIdentifier());
        assertThat(message.getType()).isEqualTo("Campaign");
        assertThat(message.getAggregateIdentifier()).isEqualTo("acme/campaign/spring");
        assertThat(message.getTimestamp()).isEqualTo(now);
    }

    @Test
    void an_aggregate_can_be_read_from_a_later_sequence_on() {
        append(spring(0), spring(1), spring(2));

        var stream = db.engine().readEvents("acme/campaign/spring", 1);

        assertThat(stream.asStream().map(DomainEventMessage::getSequenceNumber)).containsExactly(1L, 2L);
        assertThat(db.engine().lastSequenceNumberFor("acme/campaign/spring")).contains(2L);
        assertThat(db.engine().lastSequenceNumberFor("acme/campaign/autumn")).isEmpty();
    }

    @Test
    void a_writer_sees_the_same_events_of_an_aggregate_as_everybody_else() {
        for (int i = 0; i < 3; i++) {
            append(spring(i));
            now = now.plusSeconds(1);

            var written = transact(this::springs);

            var read = springs();
            assertThat(written).hasSize(i + 1).usingRecursiveComparison().isEqualTo(read);
        }
    }

    @Test
    void a_writer_sees_the_events_of_its_own_transaction_until_it_is_given_up() {
        append(spring(0));
        transact(this::springs);

        abandon(() -> {
            db.engine().appendEvents(spring(1));
            assertThat(springs()).hasSize(2);
        });

        assertThat(transact(this::springs)).hasSize(1);
        append(spring(1, "Spring again"));
        assertThat(transact(this::springs)).last().extracting(Told::fact).isEqualTo(changed("Spring again"));
    }

    @Test
    void a_writer_sees_the_events_that_another_process_wrote_to_an_aggregate() {
        append(spring(0));
        transact(this::springs);
        try (var other = EventDatabase.open(location(), clock())) {
            other.transactions().executeInTransaction(() -> other.engine().appendEvents(spring(1)));
        }

        assertThat(transact(this::springs)).hasSize(2);
    }

    @Test
    void aggregates_that_were_expected_are_answered_as_without() {
        append(spring(0), spring(1));
        reopen();

        transact(() -> {
            db.expectAggregates(List.of("acme/campaign/spring", "acme/campaign/autumn"));
            assertThat(springs()).extracting(Told::sequence).containsExactly(0L, 1L);
            assertThat(db.engine().readEvents("acme/campaign/autumn").hasNext()).isFalse();
        });
        append(spring(2));

        assertThat(transact(this::springs)).hasSize(3);
    }

    @Test
    void a_writer_sees_that_another_process_began_an_aggregate_which_was_not_there() {
        transact(() -> db.expectAggregates(List.of("acme/campaign/spring")));
        assertThat(transact(this::springs)).isEmpty();
        try (var other = EventDatabase.open(location(), clock())) {
            other.transactions().executeInTransaction(() -> other.engine().appendEvents(spring(0)));
        }

        assertThat(transact(this::springs)).hasSize(1);
    }

    /// What a message tells of an event.
    private record Told(String id, long sequence, Object fact, Map<String, ?> metadata, Instant at) {}

    private List<Told> springs() {
        return db.engine()
                .readEvents("acme/campaign/spring")
                .asStream()
                .map(event -> new Told(
                        event.getIdentifier(),
                        event.getSequenceNumber(),
                        event.getPayload(),
                        event.getMetaData(),
                        event.getTimestamp()))
                .toList();
    }

    @Test
    void all_events_are_streamed_in_order_with_gapless_positions() {
        append(spring(0), batch("a", "b"));
        append(spring(1));

        var all = db.engine().readEvents((TrackingToken) null, false).toList();

        assertThat(all).extracting(TrackedEventMessage::trackingToken).containsExactly(token(1), token(2), token(3));
        assertThat(all.get(1)).isNotInstanceOf(DomainEventMessage.class);
        assertThat(all.get(1).getPayload()).isEqualTo(batch("a", "b").getPayload());
        assertThat(all.get(1).getMetaData()).containsEntry("account", "acme");
        assertThat(all.get(2)).isInstanceOf(DomainEventMessage.class);
    }

    @Test
    void a_stream_goes_on_after_its_token_over_many_pages() {
        for (int i = 0; i < 500; i++) append(spring(i));

        var replaying = ReplayToken.createReplayToken(token(400), token(100));
        var stream = db.engine().readEvents(replaying, false);

        assertThat(stream.map(event -> event.trackingToken().position().orElseThrow()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(101, 500).boxed().toList());
    }

    @Test
    void a_second_first_event_of_an_aggregate_is_refused() {
        append(spring(0));

        assertThatThrownBy(() -> append(spring(0))).isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void a_repeated_sequence_of_an_aggregate_is_refused_and_nothing_of_it_stays() {
        append(spring(0), spring(1));

        assertThatThrownBy(() -> append(batch("a"), spring(1), plain(changed("x"))))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageContaining("acme/campaign/spring")
                .hasMessageContaining("sequence 1");

        assertThat(db.facts().head()).isEqualTo(2);
        append(spring(2));
        assertThat(db.facts().head()).isEqualTo(3);
    }

    @Test
    void an_event_without_an_account_is_refused() {
        var homeless = new GenericEventMessage<>(changed("x"));

        assertThatThrownBy(() -> append(homeless))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("account");
    }

    @Test
    void something_that_is_not_a_fact_is_refused() {
        var text = new GenericEventMessage<>("hello", Map.of("account", "acme"));

        assertThatThrownBy(() -> append(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a fact");
    }

    @Test
    void everything_is_there_after_a_restart() {
        append(spring(0), batch("a"));
        var store = db.storeId();

        reopen();
        append(spring(1));

        assertThat(db.storeId()).isEqualTo(store);
        assertThat(db.engine().readEvents((TrackingToken) null, false)).hasSize(3);
        assertThat(db.engine().readEvents("acme/campaign/spring").asStream()).hasSize(2);
    }

    @Test
    void tokens_mark_the_tail_the_head_and_any_instant() {
        append(spring(0));
        var second = now = now.plusSeconds(10);
        append(spring(1));
        now = now.plusSeconds(10);
        append(spring(2));

        assertThat(db.engine().createTailToken()).isEqualTo(token(0));
        assertThat(db.engine().createHeadToken()).isEqualTo(token(3));
        assertThat(db.engine().createTokenAt(second)).isEqualTo(token(1));
        assertThat(db.engine().createTokenAt(second.plusNanos(1000))).isEqualTo(token(2));
        assertThat(db.engine().createTokenAt(Instant.EPOCH)).isEqualTo(token(0));
    }

    @Test
    void time_of_recording_never_falls_even_if_the_clock_does() {
        append(spring(0));
        var before = now;
        now = now.minus(Duration.ofHours(1));
        append(spring(1));

        assertThat(db.facts().at(2).recordedAt()).isEqualTo(before);
    }

    @Test
    void the_newest_snapshot_of_an_aggregate_is_kept() {
        db.engine().storeSnapshot(snapshot(4, new Counter(4, List.of("a"))));
        db.engine().storeSnapshot(snapshot(9, new Counter(9, List.of("a", "b"))));
        db.engine().storeSnapshot(snapshot(7, new Counter(7, List.of())));

        var read = db.engine().readSnapshot("acme/campaign/spring").orElseThrow();

        assertThat(read.getPayload()).isEqualTo(new Counter(9, List.of("a", "b")));
        assertThat(read.getSequenceNumber()).isEqualTo(9);
        assertThat(read.getType()).isEqualTo("Campaign");
        assertThat(db.engine().readSnapshot("acme/campaign/autumn")).isEmpty();
    }

    record Counter(int count, List<String> names) {}

    private static DomainEventMessage<?> snapshot(long sequence, Counter state) {
        return new GenericDomainEventMessage<>("Campaign", "acme/campaign/spring", sequence, state);
    }

    private static TrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
