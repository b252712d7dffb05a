package tributary.standalone.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tributary.events.Refusal;
import tributary.query.cluster.Role;
import tributary.query.mongo.MongoPlace;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;
import tributary.store.PostgresDatabase;
import tributary.store.StoreLocation;

/// `serve`: runs the server until it is told to end.
@Command(
        name = "serve",
        description = "Runs the server until SIGTERM or Ctrl-C, which finish what was begun.",
        mixinStandardHelpOptions = true)
public final class Serve implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "address to listen on (default: ${DEFAULT-VALUE})")
    private String host;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "tributary-data",
            description = "folder that holds the events and the admin token (default: ${DEFAULT-VALUE})")
    private Path data;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "all",
            description = "what this process does: all, command (takes what is sent), query (answers reports);"
                    + " other than all with --mongo and events in PostgreSQL (default: ${DEFAULT-VALUE})")
    private String role;

    @Option(
            names = "--events",
            paramLabel = "STORE",
            description =
                    "where events are kept: " + StoreLocation.ACCEPTED + " (default: events.db in the data folder)")
    private String events;

    @Option(
            names = "--mongo",
            paramLabel = "URL",
            description = "MongoDB in which figures are published: " + MongoPlace.ACCEPTED
                    + " (default: they are kept in memory only)")
    private String mongo;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "how the log is written to standard output: text, or json, one object a line in the fields of the"
                            + " Elastic Common Schema (default: ${DEFAULT-VALUE})")
    private String logFormat;

    @Option(
            names = "--advertise",
            paramLabel = "URL",
            description = "where other nodes reach this one (default: http://HOST:PORT)")
    private String advertise;

    @Override
    public Integer call() {
        refuseWhatThisBuildLacks();
        LoggingSystem.get(Serve.class.getClassLoader()).beforeInitialize(); // nothing is logged until it is known how
        if (logFormat.equals("json")) System.setProperty("logging.structured.format.console", "ecs");
        var server = Server.start(new ServerSettings(
                host,
                port,
                data,
                events,
                mongo,
                Role.find(role).orElseThrow(),
                advertise,
                System.getenv("TRIBUTARY_ADMIN_TOKEN")));
        var out = spec.commandLine().getOut();
        out.println("Data folder: " + server.dataFolder());
        out.println("Admin token: " + server.adminTokenPlace());
        out.println("Tributary is ready at " + server.address());
        out.flush();
        server.serveUntilTold(() -> {});
        return 0;
    }

    private void refuseWhatThisBuildLacks() {
        if (port < 0 || port > 65_535) refuse("--port " + port + " is not a port; 0 to 65535 are");
        if (Role.find(role).isEmpty()) refuse("--role " + role + " is not known; accepted are: " + Role.words());
        if (!List.of("text", "json").contains(logFormat))
            refuse("--log-format " + logFormat + " is not known; text and json are");
        if (events != null) refuseUnknown("--events", () -> StoreLocation.parse(events));
        if (mongo != null) refuseUnknown("--mongo", () -> MongoPlace.parse(mongo));
        if (!role.equals(Role.ALL.word())) refuseUnlessShared();
        if (advertise != null && !advertise.matches("http://[^/\\s]+"))
            refuse("--advertise " + advertise + " is not an address of a node; accepted is http://HOST:PORT");
    }

    /// A node that does not do everything needs others, and what they share.
    private void refuseUnlessShared() {
        if (mongo == null)
            refuse("--role " + role + " needs --mongo: nodes find each other and answer for each other there");
        if (events == null || !(StoreLocation.parse(events) instanceof PostgresDatabase))
            refuse("--role " + role + " needs --events postgresql://…: a file of SQLite belongs to one process");
    }

    private void refuseUnknown(String option, Supplier<?> parsing) {
        try {
            parsing.get();
        } catch (Refusal refusal) {
            refuse(option + ": " + refusal.detail());
        }
    }

    private void refuse(String why) {
        throw new ParameterException(spec.commandLine(), why);
    }
}
