package tributary.benchmarks.encoding;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.cbor.CBORFactory;
import tributary.events.AccountId;
import tributary.events.Interaction;
import tributary.events.InteractionsRecorded;

/// What batches of interactions take as bytes, and how fast one core packs and unpacks them, in several encodings
/// (docs/adr/0012): `benchmarks/encodings HISTORY.ndjson [interactions]`.
///
/// Rates are by the processor time of the thread that works, which neighbours on the machine disturb little; the
/// encodings take turns, and the best of the rounds counts. Each is unpacked again and compared before.
public final class BatchEncodings {
    private static final int[] SIZES = {1_000, 50};
    private static final int[] LEVELS = {1, 3, 6, 9, 19};
    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<InteractionsRecorded> batches;
    private final int count;
    private final Map<String, double[]> best = new LinkedHashMap<>();

    private BatchEncodings(List<Interaction> interactions, int size) {
        batches = new ArrayList<>();
        count = interactions.size();
        for (int from = 0; from < count; from += size)
            batches.add(new InteractionsRecorded(
                    new AccountId("acme"), "token-1", interactions.subList(from, Math.min(count, from + size))));
    }

    public static void main(String[] arguments) throws IOException {
        int most = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        var interactions = HistoryFile.interactions(Path.of(arguments[0]), most);
        for (int size : SIZES) {
            System.out.printf(Locale.ROOT, "%n%,d interactions in batches of %,d%n%n", interactions.size(), size);
            new BatchEncodings(interactions, size).measure();
        }
    }

    private void measure() {
        var own = new OwnColumns();
        var encodings = List.of(
                own,
                new VarintRows(),
                new AvroRows(),
                new JacksonRows("CBOR", new CBORFactory()),
                new JacksonRows("JSON", new JsonFactory()));
        for (int round = 0; round < ROUNDS; round++) {
            for (var encoding : encodings) measure(encoding);
            for (int level : LEVELS) compress(own, level);
        }
        System.out.println(
                "| encoding | bytes an interaction | packed, million a second | unpacked, million a second |");
        System.out.println("| --- | --- | --- | --- |");
        best.forEach((name, figures) -> System.out.printf(
                Locale.ROOT, "| %s | %.1f | %.2f | %.2f |%n", name, figures[0], figures[1], figures[2]));
    }

    private void measure(BatchEncoding encoding) {
        var packed = new ArrayList<byte[]>();
        double packing = rate(() -> batches.forEach(batch -> packed.add(encoding.encode(batch))));
        var unpacked = new ArrayList<InteractionsRecorded>();
        double unpacking = rate(() -> packed.forEach(bytes -> unpacked.add(encoding.decode(bytes))));
        if (!unpacked.equals(batches)) throw new AssertionError(encoding.name() + " gives other interactions back");
        keep(encoding.name(), packed, packing, unpacking);
    }

    /// The compression alone, of bodies that are packed in columns already.
    private void compress(OwnColumns own, int level) {
        var zstandard = new Zstandard(level);
        var bodies = each(batches, batch -> own.body(own.encode(batch)));
        var packed = new ArrayList<byte[]>();
        double packing = rate(() -> bodies.forEach(body -> packed.add(zstandard.compress(body))));
        double unpacking = rate(() -> packed.forEach(bytes -> zstandard.decompress(bytes, 0)));
        keep("compression of own columns alone, zstd " + level, packed, packing, unpacking);
    }

    private static <A, B> List<B> each(List<A> some, Function<A, B> made) {
        return some.stream().map(made).toList();
    }

    private void keep(String name, List<byte[]> packed, double packing, double unpacking) {
        double bytes = packed.stream().mapToLong(batch -> batch.length).sum();
        var figures = best.computeIfAbsent(name, _ -> new double[3]);
        figures[0] = bytes / count;
        figures[1] = Math.max(figures[1], packing);
        figures[2] = Math.max(figures[2], unpacking);
    }

    /// Million interactions a second of processor time.
    private double rate(Runnable work) {
        long begun = THREADS.getCurrentThreadCpuTime();
        work.run();
        return count * 1e3 / (THREADS.getCurrentThreadCpuTime() - begun);
    }
}
