package tributary.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.query.cluster.Segments;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedReportDeskTest {
    private static final int FACTS = 50;
    private static final int SEGMENT = Segments.of(World.ACME);

    @TempDir
    Path folder;

    private World world;
    private final PublishedOnce published = new PublishedOnce();
    private ReportDesk desk;
    private long head;
    private Meanwhile meanwhile;

    @BeforeEach
    void open() {
        world = World.sharing(folder).started();
        record(FACTS);
        head = world.database.facts().head();
        desk = new SharedReportDesk(world.ledgers, world.desk, published);
        meanwhile = new Meanwhile(world.database.facts(), published);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void record(int facts) {
        world.record(World.ACME, new MadeUpHistory(World.ACME, 1, 5).facts(facts));
    }

    @Test
    void an_account_that_is_here_is_answered_from_its_journeys() {
        published.position = OptionalLong.of(head);
        world.segments.load(Set.of(SEGMENT));

        assertThat(positionTold(Optional.empty())).isEqualTo(head);
        assertThat(published.asked).isZero();
    }

    @Test
    void an_account_that_nobody_has_ready_is_answered_from_what_is_published() {
        published.position = OptionalLong.of(head - 1);

        assertThat(positionTold(Optional.empty())).isEqualTo(PublishedOnce.TOLD);
        assertThat(published.asked).isEqualTo(1);
    }

    @Test
    void without_a_publication_or_about_the_past_it_must_be_waited_for() {
        assertThatThrownBy(() -> positionTold(Optional.empty())).isInstanceOf(Refusal.Busy.class);

        published.position = OptionalLong.of(head);
        assertThatThrownBy(() -> positionTold(Optional.of(Instant.parse("2024-01-01T00:00:00Z"))))
                .isInstanceOf(Refusal.Busy.class);
    }

    @Test
    void all_is_published_when_no_later_fact_is_of_the_account() {
        assertThat(meanwhile.isAllPublished(World.ACME)).isFalse();
        published.position = OptionalLong.of(head - 1);
        assertThat(meanwhile.isAllPublished(World.ACME)).isFalse();
        published.position = OptionalLong.of(head);
        assertThat(meanwhile.isAllPublished(World.ACME)).isTrue();

        var other = new AccountId("globex");
        world.record(other, new MadeUpHistory(other, 1, 5).facts(1));
        assertThat(meanwhile.isAllPublished(World.ACME)).isTrue();
        record(1);
        assertThat(meanwhile.isAllPublished(World.ACME)).isFalse();
    }

    private long positionTold(Optional<Instant> asOf) {
        return desk.askFigures(
                World.ACME, Optional.empty(), asOf, true, view -> view == null ? PublishedOnce.TOLD : view.position());
    }

    /// What is published up to a position; without one, nothing. Its view is `null`: nobody looks at it here.
    private static final class PublishedOnce implements PublishedReports {
        static final long TOLD = -1;

        private OptionalLong position = OptionalLong.empty();
        private int asked;

        @Override
        public <T> Optional<T> read(AccountId account, Optional<String> ruleSet, Function<FiguresView, T> report) {
            asked++;
            return position.isPresent() ? Optional.of(report.apply(null)) : Optional.empty();
        }

        @Override
        public OptionalLong position(AccountId account) {
            return position;
        }
    }
}
