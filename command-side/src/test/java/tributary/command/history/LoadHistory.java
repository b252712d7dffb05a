package tributary.command.history;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import tributary.command.Clerk;
import tributary.store.EventDatabase;

/// Loads a history file into a fresh SQLite file by the way requests take, HTTP left out, and tells how fast that was.
///
/// Run with the test class path: `LoadHistory FILE`.
final class LoadHistory {
    private LoadHistory() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("load-history");
        try (var clerk = Clerk.withAccount(folder)) {
            load(clerk.database(), clerk.bean(ChunkQueue.class), Path.of(arguments[0]));
            System.out.println("database: " + Files.size(folder.resolve("events.db")) / 1_000_000 + " MB");
        } finally {
            delete(folder);
        }
    }

    private static void load(EventDatabase database, ChunkQueue queue, Path file) throws IOException {
        var intake = new HistoryIntake(queue, database.facts(), Clock.systemUTC());
        long begun = System.nanoTime();
        try (var in = Files.newInputStream(file)) {
            var answer = intake.take(Clerk.ACME, Clerk.token(), new NdjsonLines(new Body(in)));
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf(
                    "%d accepted, %d rejected, position %d: %.2f s, %.0f lines/s; %.2f s of processor time%n",
                    answer.accepted(),
                    answer.rejected(),
                    answer.position(),
                    seconds,
                    (answer.accepted() + answer.rejected()) / seconds,
                    ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9);
            answer.problems().stream().limit(5).forEach(System.out::println);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (var walk = Files.list(folder)) {
            files = walk.toList();
        }
        for (var file : files) Files.deleteIfExists(file);
        Files.delete(folder);
    }
}
