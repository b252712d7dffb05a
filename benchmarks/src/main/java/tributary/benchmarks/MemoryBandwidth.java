package tributary.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Measures how fast the memory of this machine can be read in a row: each thread adds up an array far larger than
/// the caches, several times. It is the limit that judging packed columns is argued from.
///
/// Prints gigabytes a second on one thread, and on as many as there are cores: `benchmarks/java MemoryBandwidth
/// [megabytes a thread]`.
public final class MemoryBandwidth {
    private static final int MEGABYTES = 512;
    private static final int ROUNDS = 7;

    private final long[][] arrays;

    private MemoryBandwidth(int threads, int megabytes) {
        arrays = new long[threads][megabytes << 17];
        for (var array : arrays) Arrays.setAll(array, index -> index);
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var megabytes = args.length > 0 ? Integer.parseInt(args[0]) : MEGABYTES;
        var cores = Runtime.getRuntime().availableProcessors();
        for (var threads = 1; threads <= cores; threads += Math.max(1, cores - 1))
            System.out.printf("%d threads: %.1f GB/s%n", threads, new MemoryBandwidth(threads, megabytes).best());
    }

    /// Of several rounds the quickest, which neighbours disturbed least.
    private double best() throws InterruptedException, ExecutionException {
        var bytes = 8.0 * arrays.length * arrays[0].length;
        var best = 0.0;
        for (var round = 0; round < ROUNDS; round++) {
            var begun = System.nanoTime();
            read();
            best = Math.max(best, bytes / (System.nanoTime() - begun));
        }
        return best;
    }

    private void read() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(arrays.length)) {
            var sums = new ArrayList<Future<Long>>();
            for (var array : arrays) sums.add(threads.submit(() -> sum(array)));
            for (var sum : sums) if (sum.get() == 0) throw new AssertionError("the sum of what was written is not 0");
        }
    }

    /// Four sums beside each other, so that no addition waits for the one before.
    private static long sum(long[] array) {
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        for (var i = 0; i < array.length; i += 4) {
            a += array[i];
            b += array[i + 1];
            c += array[i + 2];
            d += array[i + 3];
        }
        return a + b + c + d;
    }
}
