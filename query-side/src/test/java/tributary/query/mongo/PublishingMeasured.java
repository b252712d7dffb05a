package tributary.query.mongo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.bson.Document;
import tributary.events.AccountId;
import tributary.query.directory.CampaignEntry;
import tributary.query.figures.Figures;
import tributary.query.figures.Metric;
import tributary.query.live.FiguresView;
import tributary.query.live.LiveWorld;

/// Publishes the account of a store as a whole, a few times, and asks for reports of what is published. To be run by
/// hand: the folder of a store, and the address of a MongoDB that may be filled.
final class PublishingMeasured {
    private static final int TIMES = 3;
    private static final int REPORTS = 300;

    private final PrintStream out;
    private final Published published;

    private PublishingMeasured(PrintStream out, Published published) {
        this.out = out;
        this.published = published;
    }

    public static void main(String[] arguments) {
        try (var world = new LiveWorld(Path.of(arguments[0]));
                var published = new Published(arguments[1])) {
            new PublishingMeasured(new PrintStream(System.out, true), published).measure(world);
        }
    }

    private void measure(LiveWorld world) {
        var account = Published.account(world);
        for (var time = 0; time < TIMES; time++) {
            var begun = System.nanoTime();
            published.fresh(account).publish();
            out.printf("published as a whole in %,d ms%n", (System.nanoTime() - begun) / 1_000_000);
        }
        for (var collection : ReadModels.OF_FIGURES) {
            var stats = published.database().runCommand(new Document("collStats", collection));
            out.printf(
                    "%-18s %,9d documents of %,6d bytes, %,12d bytes stored, %,11d bytes of indexes (of %d publications)%n",
                    collection,
                    ((Number) stats.get("count")).longValue(),
                    ((Number) stats.getOrDefault("avgObjSize", 0)).longValue(),
                    ((Number) stats.get("storageSize")).longValue(),
                    ((Number) stats.get("totalIndexSize")).longValue(),
                    TIMES);
        }
        var name = account.account();
        var campaigns = published
                .reader()
                .read(name, Optional.empty(), view -> view.directory().campaigns())
                .orElseThrow();
        var random = new Random(7);
        report(
                "metrics of one campaign over a year",
                view -> metrics(view, campaigns.get(random.nextInt(campaigns.size())), random),
                name);
        report(
                "influences of one campaign over a year",
                view -> {
                    var pairs = new long[1];
                    var campaign = view.directory()
                            .campaign(campaigns
                                    .get(random.nextInt(campaigns.size()))
                                    .id())
                            .orElseThrow();
                    var from = year(random);
                    view.figures().pairs(campaign.number(), from, from + 365, (_, _, _) -> pairs[0]++);
                    return pairs[0];
                },
                name);
        report(
                "metrics of all campaigns over a year",
                view -> {
                    var sum = 0L;
                    for (var campaign : view.directory().campaigns()) sum += metrics(view, campaign, random);
                    return sum;
                },
                name);
    }

    private static long year(Random random) {
        return LocalDate.of(2022, 1, 1).plusDays(random.nextInt(365)).toEpochDay();
    }

    private static long metrics(FiguresView view, CampaignEntry campaign, Random random) {
        var number = view.directory().campaign(campaign.id()).orElseThrow().number();
        return metrics(view.figures(), number, year(random));
    }

    private static long metrics(Figures figures, int campaign, long from) {
        var sum = 0L;
        for (var metric : Metric.values())
            sum += metric.money()
                    ? figures.minor(metric, 0, campaign, from, from + 365)
                    : figures.count(metric, campaign, from, from + 365);
        return sum;
    }

    private void report(String what, ToLongFunction<FiguresView> report, AccountId account) {
        var times = what.contains("all") ? REPORTS / 20 : REPORTS;
        var nanos = new long[times];
        var answers = 0L;
        for (var time = -times / 4; time < times; time++) {
            var begun = System.nanoTime();
            answers += published
                    .reader()
                    .read(account, Optional.empty(), view -> report.applyAsLong(view))
                    .orElseThrow();
            if (time >= 0) nanos[time] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        out.printf(
                "%-40s p50 %.1f ms, p99 %.1f ms of %d (answers add up to %d)%n",
                what, nanos[times / 2] / 1e6, nanos[times * 99 / 100] / 1e6, times, answers);
    }
}
