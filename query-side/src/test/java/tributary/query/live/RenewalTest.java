package tributary.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.query.figures.Metric;
import tributary.query.figures.Spoiler;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RenewalTest {
    private static final LocalDate DAY = LocalDate.parse("2023-04-05");

    @TempDir
    Path folder;

    private World world;
    private Map<String, Object> right;

    @BeforeEach
    void open() {
        world = new World(folder).started();
        world.record(World.ACME, new MadeUpHistory(World.ACME, 5, 12).facts(200));
        right = world.told(World.ACME);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void judging_anew_tells_a_wrong_count_and_puts_it_right() {
        plantWrongCount();
        assertThat(world.told(World.ACME)).isNotEqualTo(right);

        var differences = world.renewal.rejudge(World.ACME, Optional.empty(), Progress.UNSEEN);

        assertThat(differences.found()).isEqualTo(1);
        var told = differences.told().getFirst();
        assertThat(told.metric()).isEqualTo("sessions");
        assertThat(told.campaign()).isEqualTo("spring");
        assertThat(told.ruleSet()).isEqualTo("2023-09");
        assertThat(told.day()).isEqualTo(DAY);
        assertThat(told.before() - told.after()).isEqualTo(3);
        assertThat(world.told(World.ACME)).isEqualTo(right);
    }

    @Test
    void replaying_tells_a_wrong_count_and_puts_it_right() {
        plantWrongCount();

        var differences = world.renewal.replay(World.ACME, Optional.empty(), Progress.UNSEEN);

        assertThat(differences.found()).isEqualTo(1);
        assertThat(world.told(World.ACME)).isEqualTo(right);
    }

    @Test
    void a_person_missing_from_the_lists_is_told_though_all_counts_are_right() {
        world.desk.ask(World.ACME, Optional.empty(), Optional.empty(), true, view -> {
            for (var person = 0; person < view.journeys().people(); person++) Spoiler.forget(view.figures(), person);
            return null;
        });

        var differences = world.renewal.rejudge(World.ACME, Optional.empty(), Progress.UNSEEN);

        assertThat(differences.told()).extracting(Differences.Told::metric).containsExactly("contributionsOfPersons");
        assertThat(world.told(World.ACME)).isEqualTo(right);
    }

    @Test
    void cancelling_leaves_everything_as_it_was() {
        plantWrongCount();
        var wrong = world.told(World.ACME);

        assertThatThrownBy(() -> world.renewal.rejudge(World.ACME, Optional.empty(), RenewalTest::cancel))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> world.renewal.replay(World.ACME, Optional.empty(), RenewalTest::cancel))
                .isInstanceOf(CancellationException.class);

        assertThat(world.told(World.ACME)).isEqualTo(wrong);
    }

    @Test
    void facts_recorded_and_reports_asked_for_meanwhile_are_answered_and_included() {
        var more = new MadeUpHistory(World.ACME, 5, 12).facts(200);
        var steps = new AtomicInteger();
        var differences = world.renewal.replay(World.ACME, Optional.empty(), (_, _) -> {
            if (steps.getAndIncrement() == 50) {
                assertThat(world.told(World.ACME)).isEqualTo(right);
                world.record(World.ACME, more.subList(40, 140));
                assertThat(world.told(World.ACME)).isNotEqualTo(right);
            }
        });

        assertThat(differences).isEqualTo(Differences.NONE);
        assertThat(world.told(World.ACME)).isNotEqualTo(right);
        assertThat(world.renewal.rejudge(World.ACME, Optional.empty(), Progress.UNSEEN))
                .isEqualTo(Differences.NONE);
    }

    @Test
    void judging_under_a_rule_set_that_nobody_used_yet_makes_it_ready() {
        assertThat(world.renewal.rejudge(World.ACME, Optional.of("2024-11"), Progress.UNSEEN))
                .isEqualTo(Differences.NONE);
        assertThat(world.told(World.ACME, "2024-11")).hasSameSizeAs(right);
        assertThat(world.told(World.ACME)).isEqualTo(right);
    }

    private void plantWrongCount() {
        world.desk.ask(World.ACME, Optional.empty(), Optional.empty(), true, view -> {
            var campaign = view.journeys().history().findCampaign("spring").orElseThrow();
            Spoiler.count(view.figures(), Metric.SESSIONS, campaign, DAY.toEpochDay(), 3);
            return null;
        });
    }

    private static void cancel(long done, long total) {
        throw new CancellationException();
    }
}
