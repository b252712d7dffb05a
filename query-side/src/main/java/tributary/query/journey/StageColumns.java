package tributary.query.journey;

import java.util.Arrays;

/// Entries into stages, as columns.
final class StageColumns {
    private long[] at = new long[4];
    private boolean[] won = new boolean[4];
    private int size;

    void add(long enteredAt, boolean isWon) {
        if (size == at.length) {
            at = Arrays.copyOf(at, size * 2);
            won = Arrays.copyOf(won, size * 2);
        }
        at[size] = enteredAt;
        won[size++] = isWon;
    }

    long[] at() {
        return Arrays.copyOf(at, size);
    }

    boolean[] won() {
        return Arrays.copyOf(won, size);
    }
}
