package tributary.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.events.AccountId;
import tributary.query.live.JourneySnapshots.Kept;
import tributary.query.live.JourneySnapshots.Label;

/// What holds wherever snapshots are kept.
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class JourneySnapshotsContract {
    protected static final AccountId ACME = new AccountId("acme");

    /// Nothing is kept there yet.
    protected abstract JourneySnapshots snapshots();

    @Test
    void nothing_is_there_before_something_is_kept() {
        var snapshots = snapshots();
        keep(snapshots, new AccountId("globex"), 1, "one");

        assertThat(read(snapshots)).isEmpty();
    }

    @Test
    void the_newest_is_read_as_it_was_kept() {
        var snapshots = snapshots();

        keep(snapshots, 7, "one", "two", "one", "");
        keep(snapshots, 9, "three", "two");

        assertThat(read(snapshots)).contains("9 2024-01-01T00:00:00.000009Z three two");
    }

    @Test
    void keeping_at_the_same_position_again_takes_the_place_of_what_was_kept() {
        var snapshots = snapshots();

        keep(snapshots, 7, "one", "two");
        keep(snapshots, 7, "two", "three", "four");

        assertThat(read(snapshots)).contains("7 2024-01-01T00:00:00.000007Z two three four");
    }

    @Test
    void a_snapshot_that_breaks_off_leaves_the_one_before() {
        var snapshots = snapshots();
        keep(snapshots, 7, "one", "two");

        assertThatThrownBy(() -> snapshots.keep(label(ACME, 9), taker -> {
                    taker.accept(bytes("three"));
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");

        assertThat(read(snapshots)).contains("7 2024-01-01T00:00:00.000007Z one two");
    }

    @Test
    void what_a_reader_throws_is_thrown() {
        var snapshots = snapshots();
        keep(snapshots, 7, "one", "two");

        assertThatThrownBy(() -> snapshots.newest(ACME, (_, _) -> {
                    throw new IllegalStateException("unreadable");
                }))
                .hasMessage("unreadable");
    }

    @Test
    void pieces_of_megabytes_are_read_as_they_were_kept() {
        var snapshots = snapshots();
        var pieces = new ArrayList<byte[]>();
        var random = new Random(7);
        for (var i = 0; i < 12; i++) {
            var piece = new byte[1 << 20];
            random.nextBytes(piece);
            pieces.add(piece);
        }

        snapshots.keep(label(ACME, 7), pieces::forEach);

        var read = snapshots.newest(ACME, (_, kept) -> {
            var found = new ArrayList<byte[]>();
            kept.forEachRemaining(found::add);
            return found;
        });
        assertThat(read.orElseThrow()).usingRecursiveComparison().isEqualTo(pieces);
    }

    protected static Kept keep(JourneySnapshots snapshots, long position, String... pieces) {
        return keep(snapshots, ACME, position, pieces);
    }

    private static Kept keep(JourneySnapshots snapshots, AccountId account, long position, String... pieces) {
        return snapshots.keep(
                label(account, position),
                taker -> Arrays.stream(pieces)
                        .map(JourneySnapshotsContract::bytes)
                        .forEach(taker));
    }

    private static Label label(AccountId account, long position) {
        return new Label(
                account, position, Instant.parse("2024-01-01T00:00:00Z").plusNanos(1_000 * position));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    protected static Optional<String> read(JourneySnapshots snapshots) {
        return snapshots.newest(ACME, (label, pieces) -> {
            var words = new ArrayList<>(
                    List.of(Long.toString(label.position()), label.recordedAt().toString()));
            pieces.forEachRemaining(piece -> words.add(new String(piece, StandardCharsets.UTF_8)));
            return String.join(" ", words).strip();
        });
    }
}
