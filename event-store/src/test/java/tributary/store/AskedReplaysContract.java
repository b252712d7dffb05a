package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tributary.events.AccountId;

abstract class AskedReplaysContract extends StoreContract {
    private static final String HERE = "this process";
    private static final String THERE = "another process";

    @Test
    void what_was_asked_for_is_there_when_the_process_is_not() {
        var asked = asked(ACME, "r1");
        assertThat(db.replays().remember(asked)).isEmpty();
        reopen();

        assertThat(db.replays().find(ACME, "r1")).contains(asked);
        assertThat(db.replays().open()).containsExactly(asked);
        assertThat(db.replays().find(OTHER, "r1")).isEmpty();
    }

    @Test
    void an_account_has_one_that_has_not_ended() {
        db.replays().remember(asked(ACME, "r1"));

        assertThat(db.replays().remember(asked(ACME, "r2"))).contains("r1");
        assertThat(db.replays().remember(asked(OTHER, "r3"))).isEmpty();
        assertThat(db.replays().of(ACME)).extracting(AskedReplay::id).containsExactly("r1");

        db.replays().keep("r1", HERE, 1, true, "complete");
        assertThat(db.replays().remember(asked(ACME, "r2"))).isEmpty();
        assertThat(db.replays().open()).extracting(AskedReplay::id).containsExactly("r3", "r2");
        assertThat(db.replays().of(ACME)).extracting(AskedReplay::id).containsExactly("r2", "r1");
    }

    @Test
    void only_its_holder_tells_how_far_it_is() {
        db.replays().remember(asked(ACME, "r1"));

        assertThat(db.replays().keep("r1", HERE, 1, false, "half")).isTrue();
        assertThat(db.replays().keep("r1", THERE, 7, true, "nonsense")).isFalse();

        var kept = db.replays().find(ACME, "r1").orElseThrow();
        assertThat(kept.told()).isEqualTo("half");
        assertThat(kept.attempts()).isEqualTo(1);
        assertThat(kept.ended()).isFalse();
    }

    @Test
    void who_gives_no_sign_of_life_loses_it_to_the_first_who_takes_it_up() {
        db.replays().remember(asked(ACME, "r1"));
        var seen = db.replays().open().getFirst().beats();
        db.replays().keep("r1", HERE, 1, false, "half");
        assertThat(db.replays().takeUp("r1", seen, THERE)).isFalse();

        seen = db.replays().open().getFirst().beats();
        assertThat(db.replays().takeUp("r1", seen, THERE)).isTrue();
        assertThat(db.replays().takeUp("r1", seen, "a third")).isFalse();
        assertThat(db.replays().keep("r1", HERE, 1, true, "too late")).isFalse();
        assertThat(db.replays().find(ACME, "r1").orElseThrow().holder()).contains(THERE);
    }

    @Test
    void one_that_is_left_has_no_holder() {
        db.replays().remember(asked(ACME, "r1"));
        db.replays().keep("r1", HERE, 1, false, "half");
        db.replays().leave("r1", HERE, 0);

        var left = db.replays().find(ACME, "r1").orElseThrow();
        assertThat(left.holder()).isEmpty();
        assertThat(left.attempts()).isZero();
        assertThat(db.replays().takeUp("r1", left.beats(), THERE)).isTrue();
    }

    @Test
    void an_end_is_wished_for_by_the_account_alone_and_an_end_is_final() {
        db.replays().remember(asked(ACME, "r1"));
        db.replays().unwant(OTHER, "r1");
        assertThat(db.replays().open().getFirst().unwanted()).isFalse();
        db.replays().unwant(ACME, "r1");
        assertThat(db.replays().open().getFirst().unwanted()).isTrue();

        db.replays().keep("r1", HERE, 1, true, "cancelled");
        var ended = db.replays().find(ACME, "r1").orElseThrow();
        assertThat(db.replays().keep("r1", HERE, 1, true, "complete")).isFalse();
        assertThat(db.replays().takeUp("r1", ended.beats(), THERE)).isFalse();
        assertThat(db.replays().find(ACME, "r1")).contains(ended);
        assertThat(db.replays().open()).isEmpty();
    }

    @Test
    void the_oldest_of_an_account_are_forgotten() {
        db.replays().remember(asked(OTHER, "theirs"));
        for (var number = 0; number < AskedReplays.REMEMBERED + 5; number++) {
            db.replays().remember(asked(ACME, "r" + number));
            db.replays().keep("r" + number, HERE, 1, true, "complete");
        }
        assertThat(db.replays().of(ACME)).hasSize(AskedReplays.REMEMBERED);
        assertThat(db.replays().find(ACME, "r4")).isEmpty();
        assertThat(db.replays().find(ACME, "r5")).isPresent();
        assertThat(db.replays().find(OTHER, "theirs")).isPresent();
    }

    private AskedReplay asked(AccountId account, String id) {
        return new AskedReplay(
                id,
                account,
                "REPLAY",
                Optional.of("2024-11"),
                "token",
                now,
                0,
                Optional.of(HERE),
                0,
                false,
                false,
                "asked for");
    }
}
