package tributary.attribution.columns;

/// Folds numbers so that those near zero on either side have few bits.
final class Signs {
    private Signs() {}

    static long folded(long value) {
        return value << 1 ^ value >> Long.SIZE - 1;
    }

    static int folded(int value) {
        return value << 1 ^ value >> Integer.SIZE - 1;
    }

    static long unfolded(long folded) {
        return folded >>> 1 ^ -(folded & 1);
    }

    static int unfolded(int folded) {
        return folded >>> 1 ^ -(folded & 1);
    }
}
