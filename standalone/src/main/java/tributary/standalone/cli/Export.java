package tributary.standalone.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `export`: the whole history of an account as lines that `import` takes.
@Command(
        name = "export",
        description = "Writes the whole history of an account as lines that import takes into an empty one.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The lines hold the addresses and names of people, as far as they were not erased: keep the file safe."
        })
public final class Export implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions server;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "where to write; packed if it ends in .gz or .zst (default: standard output)")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() {
        try (var api = server.connect()) {
            if (out.isPresent()) writeFile(api, out.get());
            else receive(api, new FileOutputStream(FileDescriptor.out));
            return 0;
        } catch (IOException failure) {
            throw new CommandFailed("the export was cut off: " + failure);
        }
    }

    private void writeFile(Api api, Path place) throws IOException {
        try (var file = NewFile.at(place)) {
            long lines = receive(api, file.packed());
            file.finish();
            spec.commandLine().getOut().printf("%s: %,d lines%n", place, lines);
            spec.commandLine().getOut().flush();
        }
    }

    private static long receive(Api api, OutputStream to) throws IOException {
        try (var lines = api.stream("/api/v1/history/export");
                var bar = Progress.of("Exporting", "lines", -1)) {
            return new ExportedLines(lines, bar::stepTo).copy(to);
        }
    }
}
