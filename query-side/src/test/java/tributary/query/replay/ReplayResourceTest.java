package tributary.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.query.live.Differences;
import tributary.query.live.Progress;
import tributary.query.live.Renewal;
import tributary.store.AskedReplay;
import tributary.store.AskedReplays;
import tributary.store.Caller;
import tributary.store.EventDatabase;
import tributary.store.Scopes;
import tributary.store.StoreLocation;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayResourceTest {
    private static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");
    private static final Caller JUDGE = caller("acme", Scopes.RULES_WRITE);
    private static final Differences NONE = new Differences(0, List.of());
    private static final Differences ONE = new Differences(
            1,
            List.of(new Differences.Told("2023-09", "spring", "sessions", null, LocalDate.parse("2023-04-05"), 7, 4)));

    @TempDir
    private Path folder;

    private final Desk renewal = new Desk();
    private final List<String> recorded = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final ReplayEvents events = new ReplayEvents();
    /// Accounts that another node answers for.
    private final Set<AccountId> others = ConcurrentHashMap.newKeySet();
    private EventDatabase database;
    private Replays replays;
    private ReplayResource resource;

    @BeforeEach
    void open() {
        database = EventDatabase.open(
                StoreLocation.parse("sqlite:" + folder.resolve("events.db")), Clock.fixed(NOW, ZoneOffset.UTC));
        start();
    }

    /// A process begins.
    private void start() {
        replays = new Replays(
                renewal,
                database.replays(),
                (caller, name) -> recorded.add(caller.account() + " " + name),
                account -> !others.contains(account),
                Clock.fixed(NOW.plusNanos(999), ZoneOffset.UTC),
                () -> "r" + ids.incrementAndGet(),
                Duration.ofMillis(700));
        replays.start();
        resource = new ReplayResource(replays, events);
    }

    /// Stands still until it may go on, and ends as it is told to, without a word about its last step.
    private static final class Desk implements Renewal {
        private volatile CountDownLatch go = new CountDownLatch(1);
        private final Semaphore begun = new Semaphore(0);
        private volatile Differences end = NONE;
        private volatile Error error;
        private volatile String asked = "";

        void awaitBegun() {
            begun.acquireUninterruptibly();
        }

        @Override
        public Differences rejudge(AccountId account, Optional<String> ruleSet, Progress progress) {
            asked = "rejudge " + account + ruleSet.map(name -> " " + name).orElse("");
            return work(progress);
        }

        @Override
        public Differences replay(AccountId account, Optional<String> ruleSet, Progress progress) {
            asked = "replay " + account;
            return work(progress);
        }

        @Override
        public void check(AccountId account, Optional<String> ruleSet) {
            if (ruleSet.equals(Optional.of("2022"))) throw new Refusal.Invalid("x", "x", "there are 2023-09, 2024-11");
        }

        private Differences work(Progress progress) {
            progress.report(3, 10);
            begun.release();
            try {
                while (!go.await(1, TimeUnit.MILLISECONDS)) progress.report(4, 10);
            } catch (InterruptedException _) {
                throw new IllegalStateException("interrupted");
            }
            progress.report(9, 10);
            if (error != null) throw error;
            if (end == null) throw new IllegalStateException("the store is gone");
            return end;
        }
    }

    @AfterEach
    void close() {
        renewal.go.countDown();
        replays.stop();
        events.close();
        database.close();
    }

    @Test
    void a_replay_runs_and_is_complete_without_differences() {
        var started = start("{\"kind\":\"REJUDGE\"}");
        assertThat(started).containsEntry("id", "r1").containsEntry("state", "RUNNING");

        renewal.go.countDown();

        assertThat(ended("r1"))
                .containsEntry("state", "COMPLETE")
                .containsEntry("done", 10)
                .containsEntry("total", 10)
                .containsEntry("finishedAt", NOW.toString())
                .containsEntry("differences", List.of());
        assertThat(renewal.asked).isEqualTo("rejudge acme");
    }

    @Test
    void other_figures_than_before_are_listed() {
        renewal.end = ONE;
        start("{\"kind\":\"REPLAY\"}");
        renewal.go.countDown();

        assertThat(ended("r1").get("differences"))
                .isEqualTo(List.of(Map.of(
                        "ruleSet", "2023-09",
                        "campaign", "spring",
                        "metric", "sessions",
                        "day", "2023-04-05",
                        "before", 7,
                        "after", 4)));
        assertThat(renewal.asked).isEqualTo("replay acme");
    }

    @Test
    void a_rule_set_can_be_named() {
        start("{\"kind\":\"REJUDGE\",\"ruleSet\":\"2024-11\"}");
        renewal.go.countDown();
        ended("r1");
        assertThat(renewal.asked).isEqualTo("rejudge acme 2024-11");
        assertThatThrownBy(() -> start("{\"kind\":\"REJUDGE\",\"ruleSet\":\"2022\"}"))
                .hasMessageContaining("2023-09, 2024-11");
    }

    @Test
    void a_cancelled_replay_ends_as_such() {
        start("{\"kind\":\"REPLAY\"}");
        resource.cancel(JUDGE, "r1");
        renewal.go.countDown();
        assertThat(ended("r1")).containsEntry("state", "CANCELLED").doesNotContainKey("differences");
    }

    @Test
    void a_replay_that_fails_says_why() {
        renewal.end = null;
        start("{\"kind\":\"REPLAY\"}");
        renewal.go.countDown();
        assertThat(ended("r1")).containsEntry("state", "FAILED").containsEntry("failure", "the store is gone");
    }

    @Test
    void an_unknown_or_missing_kind_is_refused_and_both_are_named() {
        for (var body : List.of("{\"kind\":\"REDO\"}", "{}", "[]", "{\"kind\":7}"))
            assertThatThrownBy(() -> start(body))
                    .isInstanceOf(Refusal.Invalid.class)
                    .hasMessageContaining("REJUDGE or REPLAY");
        assertThatThrownBy(() -> resource.start(JUDGE, null)).hasMessageContaining("REJUDGE or REPLAY");
    }

    @Test
    void one_account_has_one_replay_at_a_time() {
        start("{\"kind\":\"REPLAY\"}");
        assertThatThrownBy(() -> start("{\"kind\":\"REJUDGE\"}"))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("r1");
    }

    @Test
    void another_accounts_replay_is_unknown() {
        start("{\"kind\":\"REPLAY\"}");
        assertThatThrownBy(() -> resource.state(caller("other", Scopes.ACCOUNT_ADMIN), "r1"))
                .isInstanceOf(Refusal.Unknown.class);
    }

    @Test
    void an_activation_records_the_switch_when_the_figures_are_judged_and_not_before() {
        var begun = replays.start(JUDGE, "2024-11");
        assertThat(begun)
                .containsEntry("kind", "ACTIVATE")
                .containsEntry("ruleSet", "2024-11")
                .containsEntry("state", "RUNNING");
        assertThat(recorded).isEmpty();

        renewal.go.countDown();

        assertThat(ended("r1")).containsEntry("state", "COMPLETE");
        assertThat(recorded).containsExactly("acme 2024-11");
        assertThat(renewal.asked).isEqualTo("rejudge acme 2024-11");
    }

    @Test
    void a_second_activation_is_refused_while_one_runs() {
        replays.start(JUDGE, "2024-11");
        assertThatThrownBy(() -> replays.start(JUDGE, "2023-09"))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("r1");
    }

    @Test
    void an_activation_that_is_cancelled_or_fails_switches_nothing() {
        replays.start(JUDGE, "2024-11");
        resource.cancel(JUDGE, "r1");
        renewal.go.countDown();
        assertThat(ended("r1")).containsEntry("state", "CANCELLED");

        renewal.end = null;
        replays.start(JUDGE, "2024-11");
        assertThat(ended("r2")).containsEntry("state", "FAILED");
        assertThat(recorded).isEmpty();
    }

    @Test
    void an_activation_cannot_be_begun_by_its_kind() {
        assertThatThrownBy(() -> start("{\"kind\":\"ACTIVATE\"}")).hasMessageContaining("REJUDGE or REPLAY");
    }

    @Test
    void a_token_that_may_neither_write_rules_nor_administer_is_refused() {
        var reader = caller("acme", Scopes.CAMPAIGNS_READ);
        assertThatThrownBy(() -> resource.start(reader, json("{\"kind\":\"REPLAY\"}")))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> resource.state(reader, "r1")).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void the_oldest_that_have_ended_are_forgotten() {
        renewal.go.countDown();
        for (var i = 0; i < AskedReplays.REMEMBERED + 5; i++) {
            start("{\"kind\":\"REJUDGE\"}");
            ended("r" + ids.get());
        }
        assertThatThrownBy(() -> resource.state(JUDGE, "r1")).isInstanceOf(Refusal.Unknown.class);
        assertThat(resource.state(JUDGE, "r" + ids.get())).containsEntry("state", "COMPLETE");
    }

    @Test
    void what_the_end_of_a_process_cuts_off_the_next_one_begins_anew_under_its_id() {
        start("{\"kind\":\"REPLAY\"}");
        renewal.awaitBegun();
        replays.stop();
        assertThat(resource.state(JUDGE, "r1"))
                .containsEntry("state", "RUNNING")
                .doesNotContainKey("attempts");

        start();
        renewal.awaitBegun();
        renewal.go.countDown();

        assertThat(ended("r1")).containsEntry("state", "COMPLETE").containsEntry("differences", List.of());
        assertThat(resource.all(JUDGE)).isEqualTo(Map.of("replays", List.of(ended("r1"))));
    }

    @Test
    void what_a_killed_process_worked_on_is_taken_up_when_it_gives_no_sign_of_life() {
        cutOffByAKill("r1", Kind.REPLAY, 1);
        assertThat(resource.state(JUDGE, "r1")).containsEntry("state", "RUNNING");
        renewal.go.countDown();
        assertThat(ended("r1")).containsEntry("state", "COMPLETE").containsEntry("attempts", 2);
    }

    @Test
    void an_activation_that_was_accepted_is_completed_by_the_next_process() {
        replays.start(JUDGE, "2024-11");
        renewal.awaitBegun();
        replays.stop();
        assertThat(recorded).isEmpty();

        start();
        renewal.go.countDown();

        assertThat(ended("r1")).containsEntry("state", "COMPLETE").containsEntry("kind", "ACTIVATE");
        assertThat(recorded).containsExactly("acme 2024-11");
    }

    @Test
    void what_seems_to_kill_the_process_is_not_begun_for_ever() {
        cutOffByAKill("r1", Kind.REPLAY, Replays.ATTEMPTS);
        assertThat(ended("r1"))
                .containsEntry("state", "FAILED")
                .extractingByKey("failure", STRING)
                .contains("3 times");
        assertThat(renewal.asked).isEmpty();
    }

    @Test
    void what_was_cancelled_before_the_process_ended_stays_cancelled() {
        cutOffByAKill("r1", Kind.ACTIVATE, 1);
        database.replays().unwant(JUDGE.account(), "r1");
        assertThat(ended("r1")).containsEntry("state", "CANCELLED");
        assertThat(recorded).isEmpty();
    }

    @Test
    void a_replay_is_left_when_its_account_goes_to_another_node_and_taken_up_when_it_comes() {
        start("{\"kind\":\"REPLAY\"}");
        renewal.awaitBegun();
        others.add(JUDGE.account());
        awaitHolder(false);
        assertThat(resource.state(JUDGE, "r1")).containsEntry("state", "RUNNING");

        others.clear();
        renewal.awaitBegun();
        renewal.go.countDown();
        assertThat(ended("r1")).containsEntry("state", "COMPLETE");
    }

    private void awaitHolder(boolean wanted) {
        for (var i = 0; i < 1_000; i++) {
            var held =
                    database.replays().find(JUDGE.account(), "r1").orElseThrow().holder();
            if (held.isPresent() == wanted) return;
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("the replay is not left");
    }

    @Test
    void another_process_can_cancel() {
        start("{\"kind\":\"REPLAY\"}");
        renewal.awaitBegun();
        var there = new Replays(renewal, database.replays(), (_, _) -> {}, _ -> true, Clock.fixed(NOW, ZoneOffset.UTC));
        new ReplayResource(there, events).cancel(JUDGE, "r1");
        assertThat(ended("r1")).containsEntry("state", "CANCELLED");
    }

    @Test
    void one_that_waits_for_others_is_cancelled_at_once() {
        for (var account : List.of("a1", "a2", "a3"))
            resource.start(caller(account, Scopes.RULES_WRITE), json("{\"kind\":\"REPLAY\"}"));
        renewal.awaitBegun();
        renewal.awaitBegun();
        assertThat(resource.cancel(caller("a3", Scopes.RULES_WRITE), "r3")).containsEntry("state", "CANCELLED");
        assertThat(resource.cancel(caller("a3", Scopes.RULES_WRITE), "r3")).containsEntry("state", "CANCELLED");
        assertThat(resource.state(caller("a1", Scopes.RULES_WRITE), "r1")).containsEntry("state", "RUNNING");
    }

    @Test
    void more_than_can_wait_are_refused_with_when_to_come_again() {
        for (var number = 0; number < Replays.OPEN; number++)
            resource.start(caller("a" + number, Scopes.RULES_WRITE), json("{\"kind\":\"REPLAY\"}"));
        assertThatThrownBy(() -> start("{\"kind\":\"REPLAY\"}"))
                .isInstanceOf(Refusal.Busy.class)
                .hasMessageContaining(Replays.OPEN + " run or wait already");
    }

    @Test
    void a_server_that_ends_begins_none() {
        replays.stop();
        assertThatThrownBy(() -> start("{\"kind\":\"REPLAY\"}")).isInstanceOf(Refusal.Busy.class);
        assertThat(database.replays().open()).isEmpty();
    }

    @Test
    void a_replay_that_runs_out_of_memory_has_failed() {
        renewal.error = new OutOfMemoryError("Java heap space");
        start("{\"kind\":\"REPLAY\"}");
        renewal.go.countDown();
        assertThat(ended("r1"))
                .containsEntry("state", "FAILED")
                .extractingByKey("failure", STRING)
                .contains("heap");
    }

    /// Leaves a replay as a process does that was killed at its work.
    private void cutOffByAKill(String id, Kind kind, int attempts) {
        database.replays()
                .remember(new AskedReplay(
                        id,
                        JUDGE.account(),
                        kind.name(),
                        kind == Kind.ACTIVATE ? Optional.of("2024-11") : Optional.empty(),
                        "token",
                        NOW,
                        attempts,
                        Optional.of("a process that was killed"),
                        7,
                        false,
                        false,
                        "{\"id\":\"" + id + "\",\"state\":\"RUNNING\"}"));
    }

    @Test
    void events_tell_the_state_until_the_end() throws Exception {
        start("{\"kind\":\"REPLAY\"}");
        var browser = MockMvcBuilders.standaloneSetup(resource).build();
        var begun = browser.perform(get("/api/v1/replays/r1/events").requestAttr(Caller.ATTRIBUTE, JUDGE))
                .andReturn();
        renewal.go.countDown();
        begun.getAsyncResult(10_000);
        var told =
                browser.perform(asyncDispatch(begun)).andReturn().getResponse().getContentAsString();
        assertThat(told).contains("event:replay", "\"state\":\"RUNNING\"", "\"state\":\"COMPLETE\"");
    }

    private Map<String, Object> start(String body) {
        return resource.start(JUDGE, json(body));
    }

    private Map<String, Object> ended(String id) {
        for (var i = 0; i < 5_000; i++) {
            var state = resource.state(JUDGE, id);
            if (!state.get("state").equals("RUNNING")) return state;
            LockSupport.parkNanos(1_000_000);
        }
        throw new AssertionError("the replay does not end");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static Caller caller(String account, String scope) {
        return new Caller(new AccountId(account), "token", Set.of(scope), false);
    }
}
