package tributary.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A server of a test's own, in a folder of its own, which can be ended and started again: what a script beside the
/// launcher does.
public abstract class ScriptedServer implements AutoCloseable {
    private static final String SCRIPTS = "standalone/src/test/launcher";

    private final String name;
    private final String crash;
    private final Path script;
    private final Path folder;
    private final String address;

    /// Makes one and starts it.
    ///
    /// @param crash how the script is told to end it as a crash would
    protected ScriptedServer(String name, String script, String crash) {
        this.name = name;
        this.crash = crash;
        this.script = scripts().resolve(script);
        try {
            this.folder = Files.createTempDirectory("tributary-" + name + "-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.address = run("start");
    }

    /// Where it is reached, the same after each start.
    public final String address() {
        return address;
    }

    /// Where its files are, in `data`.
    public final Path folder() {
        return folder;
    }

    /// As in a crash: nobody is waited for.
    public final void crash() {
        run("stop", crash);
    }

    public final void startAgain() {
        run("start");
    }

    @Override
    public final void close() {
        crash();
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// What the script prints.
    protected final String run(String what, String... how) {
        var command = new ArrayList<>(List.of(script.toString(), what, folder.toString()));
        command.addAll(List.of(how));
        return output(what, command);
    }

    /// What a program prints that ends well.
    protected final String output(String what, List<String> command) {
        try {
            var output = Files.createTempFile("tributary-" + name + "-", ".out");
            // To a file: a pipe would stay open as long as the server lives.
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int status = process.waitFor();
            var said = Files.readString(output, StandardCharsets.UTF_8).strip();
            Files.delete(output);
            if (status != 0) throw new IllegalStateException(name + " for tests, " + what + ": " + said);
            return said;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Path scripts() {
        var root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve(SCRIPTS))) root = root.getParent();
        return root.resolve(SCRIPTS);
    }
}
