package tributary.command.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.events.AccountId;
import tributary.events.Refusal;

/// Bodies that are being read take a bounded amount of memory.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingRoomTest {
    private static final AccountId SLOW = new AccountId("slow");
    private static final AccountId OTHER = new AccountId("other");

    private final ReadingRoom room = new ReadingRoom(100);

    @Test
    void an_account_alone_may_fill_half_of_it() {
        for (int i = 0; i < 5; i++) room.enter(SLOW, 10);

        assertThatThrownBy(() -> room.enter(SLOW, 10)).isInstanceOfSatisfying(Refusal.Busy.class, full -> {
            assertThat(full.reason()).isEqualTo("too-many-bodies");
            assertThat(full.detail()).contains("50 bytes of memory", "fewer than 100", "Nothing");
            assertThat(full.retryAfterSeconds()).isPositive();
        });
    }

    @Test
    void another_account_still_finds_room() {
        for (int i = 0; i < 5; i++) room.enter(SLOW, 10);

        assertThat(room.enter(OTHER, 10)).isNotNull();
    }

    @Test
    void who_leaves_makes_room() {
        var first = room.enter(SLOW, 50);
        assertThatThrownBy(() -> room.enter(SLOW, 10)).isInstanceOf(Refusal.Busy.class);

        first.close();

        assertThat(room.enter(SLOW, 10)).isNotNull();
    }

    @Test
    void a_body_larger_than_half_is_let_in_when_nothing_else_is_read() {
        assertThat(room.enter(SLOW, 90)).isNotNull();
    }
}
