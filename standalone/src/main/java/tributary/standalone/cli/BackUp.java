package tributary.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tributary.events.Refusal;
import tributary.standalone.server.Backups;
import tributary.store.StoreCopy;
import tributary.store.StoreException;

/// `backup`: one state of all facts, keys and tokens in a file, while a server runs or not.
@Command(
        name = "backup",
        description = "Writes everything a server keeps into a file, also while it runs.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The file holds personal data and the keys to it, as the data folder does: keep it as safe.",
            "Besides its own size it needs the size of events.db for a while. PostgreSQL: use pg_dump."
        })
public final class BackUp implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOptions store;

    @Parameters(index = "0", paramLabel = "FILE", description = "the file to write")
    private Path file;

    @Option(names = "--force", description = "writes over a FILE that is there")
    private boolean force;

    @Override
    public Integer call() {
        if (Files.exists(file) && !force)
            throw new CommandFailed(file + " is there already; name another file, or write over it with --force");
        try (var part = NewFile.at(file)) {
            long size = Files.size(StoreCopy.file(store.location()));
            try (var bar = Progress.ofFile("Backing up", size)) {
                var backup = Backups.take(store.location(), file, part.plain(), Clock.systemUTC(), bar::stepTo);
                part.finish();
                bar.stepTo(size);
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%s: %,d facts, %,d bytes (%,d unpacked), taken at %s%n",
                                file, backup.position(), Files.size(file), backup.bytes(), backup.takenAt());
                spec.commandLine().getOut().flush();
            }
            return 0;
        } catch (Refusal refusal) {
            throw new CommandFailed(refusal.detail());
        } catch (StoreException failure) {
            throw new CommandFailed(failure.getMessage() + ": " + failure.getCause());
        } catch (IOException failure) {
            throw new CommandFailed(file + " cannot be written: " + failure);
        }
    }
}
