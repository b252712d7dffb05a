package tributary.standalone.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tributary.standalone.server.Backup;

/// `restore`: what a backup holds, in an empty data folder.
@Command(
        name = "restore",
        description = "Puts a backup into an empty or new data folder.",
        mixinStandardHelpOptions = true,
        footer = {"", "Who was erased after the backup was taken is readable again: erase them again."})
public final class Restore implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "a file that backup wrote")
    private Path file;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "tributary-data",
            description = "the data folder to fill (default: ${DEFAULT-VALUE})")
    private Path data;

    @Override
    public Integer call() {
        try (var bar = Progress.ofFile("Restoring", -1)) {
            var backup = Backup.restore(file, data, bar::maxHint, bar::stepTo);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s: %,d facts, as they were at %s; start with ./tributary serve --data %s%n",
                            data, backup.position(), backup.takenAt(), data);
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
