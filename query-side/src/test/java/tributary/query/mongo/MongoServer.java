package tributary.query.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A MongoDB of a test's own, a replica set of one in a folder of its own, which can be ended and started again.
public final class MongoServer implements AutoCloseable {
    private static final String SCRIPT = "standalone/src/test/launcher/mongod.sh";

    private final Path folder;
    private final String address;

    private MongoServer(Path folder) {
        this.folder = folder;
        this.address = run("start");
    }

    public static MongoServer start() {
        try {
            return new MongoServer(Files.createTempDirectory("tributary-mongodb-"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// `mongodb://HOST:PORT/DATABASE?replicaSet=NAME`, the same after each start.
    public String address() {
        return address;
    }

    /// Without a word beforehand.
    public void crash() {
        run("stop", "crash");
    }

    public void startAgain() {
        run("start");
    }

    @Override
    public void close() {
        crash();
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String run(String what, String... how) {
        var command = new ArrayList<>(List.of(script().toString(), what, folder.toString()));
        command.addAll(List.of(how));
        try {
            var output = Files.createTempFile("tributary-mongodb-", ".out");
            // To a file: a pipe would stay open as long as the server lives.
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int status = process.waitFor();
            var said = Files.readString(output, StandardCharsets.UTF_8).strip();
            Files.delete(output);
            if (status != 0) throw new IllegalStateException("MongoDB for tests, " + what + ": " + said);
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
