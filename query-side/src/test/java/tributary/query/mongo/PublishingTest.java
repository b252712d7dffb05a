package tributary.query.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.events.Fact;
import tributary.query.figures.ToldFigures;
import tributary.query.live.FiguresView;
import tributary.query.live.LiveWorld;
import tributary.query.live.MadeUpHistory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishingTest {
    private static final int MOST_WRITES = 100;

    @TempDir
    Path folder;

    private LiveWorld world;
    private Published published;
    private List<Fact> facts;
    private final ExecutorService writers = Executors.newFixedThreadPool(2);

    @BeforeEach
    void open() {
        world = new LiveWorld(folder);
        published = new Published(MongoForTests.emptyPlace());
        facts = new MadeUpHistory(LiveWorld.ACME, 31, 12).facts(200);
    }

    @AfterEach
    void close() {
        writers.shutdownNow();
        published.close();
        world.close();
    }

    private Map<String, Object> right() {
        return world.ask(Optional.empty(), ToldFigures::of);
    }

    private Map<String, Object> read() {
        return published
                .reader()
                .read(LiveWorld.ACME, Optional.empty(), ToldFigures::of)
                .orElseThrow();
    }

    private void record(int from, int to) {
        world.record(facts.subList(from, to));
    }

    /// Publishes through a database that stops after so many writes; whether it came to its end.
    private boolean publishStopping(AccountPublisher[] publisher, int writes) {
        try {
            var stopping = new ReadModels(StoppingDatabase.after(writes, published.database()));
            publisher[0] =
                    new AccountPublisher(Published.account(world), stopping, new Publications(stopping), writers);
            publisher[0].publish();
            return true;
        } catch (StoppingDatabase.Stopped _) {
            return false;
        }
    }

    @Test
    void nothing_is_published_before_it_is_there_as_a_whole() {
        record(0, facts.size());
        var right = right();
        var writes = 0;
        while (!publishStopping(new AccountPublisher[1], writes)) {
            var found = published.reader().read(LiveWorld.ACME, Optional.empty(), ToldFigures::of);
            if (found.isPresent()) assertThat(found).contains(right);
            assertThat(writes++).isLessThan(MOST_WRITES);
        }
        assertThat(writes).as("writes that one was stopped after").isGreaterThan(5);
        assertThat(read()).isEqualTo(right);
    }

    @Test
    void a_stop_between_any_two_writes_of_another_publication_leaves_the_one_that_is_read() {
        record(0, 120);
        var before = right();
        published.publish(world);
        record(120, facts.size());
        var after = right();
        assertThat(after).isNotEqualTo(before);
        var writes = 0;
        while (!publishStopping(new AccountPublisher[1], writes)) {
            assertThat(read()).isIn(before, after);
            assertThat(writes++).isLessThan(MOST_WRITES);
        }
        assertThat(read()).isEqualTo(after);
    }

    @Test
    void after_a_stop_while_keeping_up_the_next_start_puts_everything_right() {
        record(0, 120);
        right();
        var publishers = new AccountPublisher[1];
        for (var writes = 0; writes < 12; writes++) {
            var to = 120 + (facts.size() - 120) * (writes + 1) / 12;
            var from = 120 + (facts.size() - 120) * writes / 12;
            // What a whole publication writes, and some of what follows.
            publishStopping(publishers, 12 + writes);
            record(from, to);
            var right = right();
            try {
                publishers[0].publish();
            } catch (StoppingDatabase.Stopped _) {
                // so it shall be
            }
            published.fresh(Published.account(world)).publish();
            assertThat(read()).isEqualTo(right);
        }
    }

    @Test
    void what_could_not_be_written_is_written_the_next_time() {
        record(0, 120);
        right();
        published.publish(world);
        record(120, facts.size());
        var right = right();
        Thread.currentThread().interrupt(); // the driver gives up
        try {
            published.publish(world);
        } catch (RuntimeException _) {
            // so it shall be
        } finally {
            Thread.interrupted();
        }
        published.publish(world);
        assertThat(read()).isEqualTo(right);
    }

    @Test
    void publishing_again_changes_nothing() {
        record(0, facts.size());
        right();
        published.publish(world);
        var before = documents();
        published.publish(world);
        assertThat(documents()).isEqualTo(before);
    }

    private List<Document> documents() {
        var all = new ArrayList<Document>();
        for (var collection : ReadModels.OF_FIGURES)
            published.models().documents(collection).find().into(all);
        published.models().documents(ReadModels.PUBLICATIONS).find().into(all);
        return all;
    }

    @Test
    void an_older_write_that_comes_late_does_not_win() {
        write("newer", 7);
        write("older", 6);
        write("repeated", 7);
        assertThat(name()).isEqualTo("newer");
        write("newest", 8);
        assertThat(name()).isEqualTo("newest");
    }

    private void write(String name, long position) {
        var out = new DocumentWriter().begin();
        out.text(Field.ID, "one").text(Field.NAME, name).number(Field.POSITION, position);
        RawBsonDocument document = out.end();
        var bulks = new Bulks(published.models(), Runnable::run, false);
        bulks.add(ReadModels.DAYS, document, position);
        bulks.finish();
    }

    private String name() {
        return published.models().documents(ReadModels.DAYS).find().first().getString(Field.NAME);
    }

    @Test
    void judging_anew_shows_a_publication_of_its_own_and_keeps_the_earlier_one_readable_for_a_while() {
        record(0, facts.size());
        var right = right();
        published.publish(world);
        var publications = new Publications(published.models());
        var earlier = publication();
        world.rejudge();
        published.publish(world);
        assertThat(publication()).isNotEqualTo(earlier);
        assertThat(publications.isThere(LiveWorld.ACME, "2023-09", earlier)).isTrue();
        assertThat(read()).isEqualTo(right);
        publications.sweep(LiveWorld.ACME, "2023-09", earlier);
        assertThat(publications.isThere(LiveWorld.ACME, "2023-09", earlier)).isFalse();
        assertThat(read()).isEqualTo(right);
    }

    private long publication() {
        return new Publications(published.models())
                .find(LiveWorld.ACME, "2023-09")
                .orElseThrow()
                .getLong(Field.PUBLICATION);
    }

    @Test
    void a_report_whose_publication_was_taken_away_meanwhile_is_made_again() {
        record(0, facts.size());
        var right = right();
        published.publish(world);
        var times = new int[1];
        var answer = published.reader().read(LiveWorld.ACME, Optional.empty(), view -> {
            if (times[0]++ == 0) {
                var earlier = publication();
                published.fresh(Published.account(world)).publish();
                new Publications(published.models()).sweep(LiveWorld.ACME, "2023-09", earlier);
            }
            return ToldFigures.of(view);
        });
        assertThat(times[0]).isEqualTo(2);
        assertThat(answer).contains(right);
    }

    @Test
    void a_publication_that_was_taken_away_is_not_shown() {
        record(0, 50);
        right();
        var publications = new Publications(published.models());
        var number = publications.begin(LiveWorld.ACME, "2023-09");
        publications.sweep(LiveWorld.ACME, "2023-09", number);
        assertThat(publications.show(LiveWorld.ACME, "2023-09", number, new Document()))
                .isFalse();
    }

    @Test
    void an_earlier_publication_is_not_shown_in_place_of_a_later_one() {
        var publications = new Publications(published.models());
        var earlier = publications.begin(LiveWorld.ACME, "2023-09");
        var later = publications.begin(LiveWorld.ACME, "2023-09");
        assertThat(publications.show(LiveWorld.ACME, "2023-09", later, new Document()))
                .isTrue();
        assertThat(publications.show(LiveWorld.ACME, "2023-09", earlier, new Document()))
                .isFalse();
        assertThat(publications.move(LiveWorld.ACME, "2023-09", earlier, new Document("position", 9L)))
                .isFalse();
    }

    @Test
    void figures_under_a_rule_set_that_nobody_asks_for_any_more_are_not_there_any_more() {
        record(0, facts.size());
        right();
        world.ask(Optional.of("2024-11"), FiguresView::position);
        published.publish(world);
        assertThat(published.reader().read(LiveWorld.ACME, Optional.of("2024-11"), FiguresView::position))
                .isPresent();
        world.forgetOtherRuleSets();
        published.publish(world);
        assertThat(published.reader().read(LiveWorld.ACME, Optional.of("2024-11"), FiguresView::position))
                .isEmpty();
        assertThat(read()).isEqualTo(right());
    }

    @Test
    void an_account_is_published_though_nobody_asked_for_its_figures() {
        record(0, facts.size());
        world.foldAll();
        published.publish(world);
        assertThat(read()).isEqualTo(right());
    }

    @Test
    void an_account_that_nobody_published_is_not_answered_for() {
        assertThat(published.reader().read(LiveWorld.ACME, Optional.empty(), FiguresView::position))
                .isEmpty();
    }

    @Test
    void killed_processes_leave_readers_right() throws Exception {
        record(0, 120);
        var before = right();
        published.publish(world);
        record(120, facts.size());
        var after = right();
        world.close();
        for (var time = 0; time < 4; time++) {
            var process = PublishingProcess.start(folder, published.address());
            process.getErrorStream().read(); // it has begun to publish
            Thread.sleep(15L + 40L * time);
            process.destroyForcibly().waitFor();
            assertThat(read()).isIn(before, after);
        }
        world = new LiveWorld(folder);
        published.publish(world);
        assertThat(read()).isEqualTo(after);
    }
}
