package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tributary.events.AccountId;

/// What every place for replays that were asked for must do; each inherits it, also in other modules.
public abstract class AskedReplaysContract {
    private static final AccountId ACME = new AccountId("acme");
    private static final AccountId OTHER = new AccountId("other");
    private static final Instant NOW = Instant.parse("2024-01-01T00:00:00.500001Z");
    private static final String HERE = "this process";
    private static final String THERE = "another process";

    protected abstract AskedReplays replays();

    /// As another process finds it.
    protected abstract void reopen();

    @Test
    void what_was_asked_for_is_there_when_the_process_is_not() {
        var asked = asked(ACME, "r1");
        assertThat(replays().remember(asked)).isEmpty();
        reopen();

        assertThat(replays().find(ACME, "r1")).contains(asked);
        assertThat(replays().open()).containsExactly(asked);
        assertThat(replays().find(OTHER, "r1")).isEmpty();
    }

    @Test
    void an_account_has_one_that_has_not_ended() {
        replays().remember(asked(ACME, "r1"));

        assertThat(replays().remember(asked(ACME, "r2"))).contains("r1");
        assertThat(replays().remember(asked(OTHER, "r3"))).isEmpty();
        assertThat(replays().of(ACME)).extracting(AskedReplay::id).containsExactly("r1");

        replays().keep("r1", HERE, 1, true, "complete");
        assertThat(replays().remember(asked(ACME, "r2"))).isEmpty();
        assertThat(replays().open()).extracting(AskedReplay::id).containsExactly("r3", "r2");
        assertThat(replays().of(ACME)).extracting(AskedReplay::id).containsExactly("r2", "r1");
    }

    @Test
    void only_its_holder_tells_how_far_it_is() {
        replays().remember(asked(ACME, "r1"));

        assertThat(replays().keep("r1", HERE, 1, false, "half")).isTrue();
        assertThat(replays().keep("r1", THERE, 7, true, "nonsense")).isFalse();

        var kept = replays().find(ACME, "r1").orElseThrow();
        assertThat(kept.told()).isEqualTo("half");
        assertThat(kept.attempts()).isEqualTo(1);
        assertThat(kept.ended()).isFalse();
    }

    @Test
    void who_gives_no_sign_of_life_loses_it_to_the_first_who_takes_it_up() {
        replays().remember(asked(ACME, "r1"));
        var seen = replays().open().getFirst().beats();
        replays().keep("r1", HERE, 1, false, "half");
        assertThat(replays().takeUp("r1", seen, THERE)).isFalse();

        seen = replays().open().getFirst().beats();
        assertThat(replays().takeUp("r1", seen, THERE)).isTrue();
        assertThat(replays().takeUp("r1", seen, "a third")).isFalse();
        assertThat(replays().keep("r1", HERE, 1, true, "too late")).isFalse();
        assertThat(replays().find(ACME, "r1").orElseThrow().holder()).contains(THERE);
    }

    @Test
    void one_that_is_left_has_no_holder() {
        replays().remember(asked(ACME, "r1"));
        replays().keep("r1", HERE, 1, false, "half");
        replays().leave("r1", HERE, 0);

        var left = replays().find(ACME, "r1").orElseThrow();
        assertThat(left.holder()).isEmpty();
        assertThat(left.attempts()).isZero();
        assertThat(replays().takeUp("r1", left.beats(), THERE)).isTrue();
    }

    @Test
    void an_end_is_wished_for_by_the_account_alone_and_an_end_is_final() {
        replays().remember(asked(ACME, "r1"));
        replays().unwant(OTHER, "r1");
        assertThat(replays().open().getFirst().unwanted()).isFalse();
        replays().unwant(ACME, "r1");
        assertThat(replays().open().getFirst().unwanted()).isTrue();

        replays().keep("r1", HERE, 1, true, "cancelled");
        var ended = replays().find(ACME, "r1").orElseThrow();
        assertThat(replays().keep("r1", HERE, 1, true, "complete")).isFalse();
        assertThat(replays().takeUp("r1", ended.beats(), THERE)).isFalse();
        assertThat(replays().find(ACME, "r1")).contains(ended);
        assertThat(replays().open()).isEmpty();
    }

    @Test
    void the_oldest_of_an_account_are_forgotten() {
        replays().remember(asked(OTHER, "theirs"));
        for (var number = 0; number < AskedReplays.REMEMBERED + 5; number++) {
            replays().remember(asked(ACME, "r" + number));
            replays().keep("r" + number, HERE, 1, true, "complete");
        }
        assertThat(replays().of(ACME)).hasSize(AskedReplays.REMEMBERED);
        assertThat(replays().find(ACME, "r4")).isEmpty();
        assertThat(replays().find(ACME, "r5")).isPresent();
        assertThat(replays().find(OTHER, "theirs")).isPresent();
    }

    private AskedReplay asked(AccountId account, String id) {
        return new AskedReplay(
                id,
                account,
                "REPLAY",
                Optional.of("2024-11"),
                "token",
                NOW,
                0,
                Optional.of(HERE),
                0,
                false,
                false,
                "asked for");
    }
}
