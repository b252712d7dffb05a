package tributary.standalone.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import tributary.events.Refusal;
import tributary.store.StoreLocation;

/// Where a server keeps its facts, for commands that go there themselves; as `serve` is told.
final class StoreOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "tributary-data",
            description = "the server's data folder (default: ${DEFAULT-VALUE})")
    private Path data;

    @Option(
            names = "--events",
            paramLabel = "STORE",
            description =
                    "where events are kept: " + StoreLocation.ACCEPTED + " (default: events.db in the data folder)")
    private Optional<String> events = Optional.empty();

    StoreLocation location() {
        try {
            return StoreLocation.parse(events.orElse("sqlite:" + data.resolve("events.db")));
        } catch (Refusal refusal) {
            throw new CommandFailed("--events: " + refusal.detail());
        }
    }
}
