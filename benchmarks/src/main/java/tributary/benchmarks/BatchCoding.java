package tributary.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tributary.events.AccountId;
import tributary.events.Asset;
import tributary.events.AssetType;
import tributary.events.ContactId;
import tributary.events.Fact;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.InteractionsRecorded;
import tributary.events.StoredName;
import tributary.store.codec.FactCodec;

/// Packing and unpacking a batch of interactions (ADR 0003): batches a second; times `size` gives interactions a
/// second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class BatchCoding {
    private static final Instant BEGIN = Instant.parse("2023-01-01T00:00:00Z");

    /// Interactions in a batch: a chunk of history, and what trickles in.
    @Param({"1000", "50"})
    int size;

    private final FactCodec codec = new FactCodec();
    private Fact batch;
    private byte[] packed;

    @Setup
    public void pack() {
        var random = new Random(7);
        var interactions = new ArrayList<Interaction>();
        for (var line = 0; line < size; line++) interactions.add(interaction(random, line));
        batch = new InteractionsRecorded(new AccountId("benchmark"), "source", interactions);
        packed = codec.encode(batch);
    }

    private static Interaction interaction(Random random, int line) {
        var at = BEGIN.plusMillis(line * 60_000L + random.nextInt(60_000));
        return random.nextBoolean() ? pageView(random, at, line) : emailOpen(random, at, line);
    }

    private static Interaction pageView(Random random, Instant at, int line) {
        var page = random.nextInt(200);
        return new Interaction(
                at,
                InteractionKind.PAGE_VIEW,
                Long.toHexString(random.nextLong()),
                null,
                false,
                new Asset(AssetType.SITE_PAGE, "site-page-" + page),
                null,
                "https://www.example.com/site-page/" + page + "?utm_campaign=spring-launch",
                random.nextInt(3) == 0 ? "https://www.google.com/" : null,
                null,
                null,
                null,
                null,
                "h" + line);
    }

    private static Interaction emailOpen(Random random, Instant at, int line) {
        return new Interaction(
                at,
                InteractionKind.EMAIL_OPEN,
                null,
                new ContactId("c" + random.nextInt(30_000)),
                true,
                new Asset(AssetType.MARKETING_EMAIL, "marketing-email-" + random.nextInt(60)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "h" + line);
    }

    @Benchmark
    public byte[] packing() {
        return codec.encode(batch);
    }

    @Benchmark
    public Fact unpacking() {
        return codec.decode(StoredName.INTERACTIONS_RECORDED.stored(), FactCodec.REVISION, packed);
    }
}
