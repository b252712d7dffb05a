package tributary.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.query.live.Differences;
import tributary.query.live.Progress;
import tributary.query.live.Renewal;
import tributary.store.Caller;
import tributary.store.Scopes;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayResourceTest {
    private static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");
    private static final Caller JUDGE = caller("acme", Scopes.RULES_WRITE);
    private static final Differences NONE = new Differences(0, List.of());
    private static final Differences ONE = new Differences(
            1,
            List.of(new Differences.Told("2023-09", "spring", "sessions", null, LocalDate.parse("2023-04-05"), 7, 4)));

    private final Desk renewal = new Desk();
    private final AtomicInteger ids = new AtomicInteger();
    private final Replays replays =
            new Replays(renewal, Clock.fixed(NOW, ZoneOffset.UTC), () -> "r" + ids.incrementAndGet());
    private final ReplayEvents events = new ReplayEvents();
    private final ReplayResource resource = new ReplayResource(replays, events);

    /// Stands still until it may go on, and ends as it is told to, without a word about its last step.
    private static final class Desk implements Renewal {
        private final CountDownLatch go = new CountDownLatch(1);
        private volatile Differences end = NONE;
        private volatile String asked = "";

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
            try {
                go.await();
            } catch (InterruptedException _) {
                throw new IllegalStateException("interrupted");
            }
            progress.report(9, 10);
            if (end == null) throw new IllegalStateException("the store is gone");
            return end;
        }
    }

    @AfterEach
    void close() {
        renewal.go.countDown();
        replays.close();
        events.close();
    }

    @Test
    void a_replay_runs_and_is_complete_without_differences() {
        var started = start("{\"kind\":\"REJUDGE\"}");
        assertThat(started).containsEntry("id", "r1").containsEntry("state", Replay.State.RUNNING);

        renewal.go.countDown();

        assertThat(ended("r1"))
                .containsEntry("state", Replay.State.COMPLETE)
                .containsEntry("done", 10L)
                .containsEntry("total", 10L)
                .containsEntry("finishedAt", NOW)
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
                        "before", 7L,
                        "after", 4L)));
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
        assertThat(ended("r1")).containsEntry("state", Replay.State.CANCELLED).doesNotContainKey("differences");
    }

    @Test
    void a_replay_that_fails_says_why() {
        renewal.end = null;
        start("{\"kind\":\"REPLAY\"}");
        renewal.go.countDown();
        assertThat(ended("r1"))
                .containsEntry("state", Replay.State.FAILED)
                .containsEntry("failure", "the store is gone");
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
        var recorded = new AtomicInteger();
        var begun = replays.start(JUDGE.account(), "2024-11", recorded::incrementAndGet);
        assertThat(begun)
                .containsEntry("kind", Kind.ACTIVATE)
                .containsEntry("ruleSet", "2024-11")
                .containsEntry("state", Replay.State.RUNNING);
        assertThat(recorded).hasValue(0);

        renewal.go.countDown();

        assertThat(ended("r1")).containsEntry("state", Replay.State.COMPLETE);
        assertThat(recorded).hasValue(1);
        assertThat(renewal.asked).isEqualTo("rejudge acme 2024-11");
    }

    @Test
    void a_second_activation_is_refused_while_one_runs() {
        replays.start(JUDGE.account(), "2024-11", () -> {});
        assertThatThrownBy(() -> replays.start(JUDGE.account(), "2023-09", () -> {}))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("r1");
    }

    @Test
    void an_activation_that_is_cancelled_or_fails_switches_nothing() {
        var recorded = new AtomicInteger();
        replays.start(JUDGE.account(), "2024-11", recorded::incrementAndGet);
        resource.cancel(JUDGE, "r1");
        renewal.go.countDown();
        assertThat(ended("r1")).containsEntry("state", Replay.State.CANCELLED);

        renewal.end = null;
        replays.start(JUDGE.account(), "2024-11", recorded::incrementAndGet);
        assertThat(ended("r2")).containsEntry("state", Replay.State.FAILED);
        assertThat(recorded).hasValue(0);
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
        for (var i = 0; i < Replays.REMEMBERED + 5; i++) {
            start("{\"kind\":\"REJUDGE\"}");
            ended("r" + ids.get());
        }
        assertThatThrownBy(() -> resource.state(JUDGE, "r1")).isInstanceOf(Refusal.Unknown.class);
        assertThat(resource.state(JUDGE, "r" + ids.get())).containsEntry("state", Replay.State.COMPLETE);
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
            if (state.get("state") != Replay.State.RUNNING) return state;
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
