package tributary.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A PostgreSQL server of a test's own, in a folder of its own, which can be ended and started again.
public final class PostgresServer implements AutoCloseable {
    private static final String SCRIPT = "standalone/src/test/launcher/postgres.sh";

    private final Path folder;
    private final String address;

    private PostgresServer(Path folder) {
        this.folder = folder;
        this.address = run("start");
    }

    /// Makes one and starts it. PostgreSQL does not run as root, so the folder must be open to others.
    public static PostgresServer start() {
        try {
            var folder = Files.createTempDirectory("tributary-postgres-");
            return new PostgresServer(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// `postgresql://USER:PASSWORD@HOST:PORT/DATABASE`, the same after each start.
    public String address() {
        return address;
    }

    /// Where its files are, in `data`.
    public Path folder() {
        return folder;
    }

    /// All that `pg_dump` tells of its database.
    public String dump() {
        return output(List.of(Path.of(run("programs"), "pg_dump").toString(), "--dbname", address), "dump");
    }

    /// As in a crash: nobody is waited for.
    public void crash() {
        run("stop", "immediate");
    }

    public void startAgain() {
        run("start");
    }

    @Override
    public void close() {
        run("stop", "immediate");
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String run(String what, String... how) {
        var command = new ArrayList<>(List.of(script().toString(), what, folder.toString()));
        command.addAll(List.of(how));
        return output(command, what);
    }

    private static String output(List<String> command, String what) {
        try {
            var output = Files.createTempFile("tributary-postgres-", ".out");
            // To a file: a pipe would stay open as long as the server lives.
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int status = process.waitFor();
            var said = Files.readString(output, StandardCharsets.UTF_8).strip();
            Files.delete(output);
            if (status != 0) throw new IllegalStateException("PostgreSQL for tests, " + what + ": " + said);
            return said;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Path script() {
        var root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve(SCRIPT))) root = root.getParent();
        return root.resolve(SCRIPT);
    }
}
