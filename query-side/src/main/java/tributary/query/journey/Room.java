package tributary.query.journey;

import java.util.Arrays;

/// Room in columns that grow by a quarter at a time, so that little of them lies idle.
final class Room {
    private static final int LEAST = 16;

    private Room() {}

    static int[] in(int[] column, int size) {
        return size <= column.length ? column : Arrays.copyOf(column, capacity(size));
    }

    static long[] in(long[] column, int size) {
        return size <= column.length ? column : Arrays.copyOf(column, capacity(size));
    }

    static short[] in(short[] column, int size) {
        return size <= column.length ? column : Arrays.copyOf(column, capacity(size));
    }

    static byte[] in(byte[] column, int size) {
        return size <= column.length ? column : Arrays.copyOf(column, capacity(size));
    }

    static long[][] in(long[][] column, int size) {
        return size <= column.length ? column : Arrays.copyOf(column, capacity(size));
    }

    static int[][] in(int[][] column, int size) {
        return size <= column.length ? column : Arrays.copyOf(column, capacity(size));
    }

    static int capacity(int size) {
        return Math.max(LEAST, size + size / 4);
    }
}
