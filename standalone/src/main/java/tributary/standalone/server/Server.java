package tributary.standalone.server;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tributary.events.Refusal;
import tributary.query.mongo.MongoAway;
import tributary.query.mongo.MongoPlace;
import tributary.standalone.http.AdminToken;
import tributary.store.EventDatabase;
import tributary.store.StoreException;
import tributary.store.StoreLocation;

/// A running server: command side, query side and HTTP in one process. It can answer once [#start] returns.
public final class Server implements AutoCloseable {
    private final ServerSettings settings;
    private final DataFolder folder;
    private final AdminSecret admin;
    private final EventDatabase database;
    private final ConfigurableApplicationContext context;

    private Server(ServerSettings settings, DataFolder folder, AdminSecret admin, EventDatabase database) {
        this.settings = settings;
        this.folder = folder;
        this.admin = admin;
        this.database = database;
        this.context = context();
    }

    /// @throws CannotServe if the folder or the port is in use, or the folder, the event store or MongoDB cannot be
    /// used
    public static Server start(ServerSettings settings) {
        var folder = DataFolder.open(settings.data());
        try {
            return start(settings, folder, AdminSecret.of(settings.adminToken(), folder));
        } catch (RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    private static Server start(ServerSettings settings, DataFolder folder, AdminSecret admin) {
        if (settings.mongo() != null) checkMongo(MongoPlace.parse(settings.mongo()));
        var database = opened(settings.storeLocation(folder.path()));
        try {
            return new Server(settings, folder, admin, database);
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    private static EventDatabase opened(StoreLocation location) {
        try {
            return EventDatabase.open(location, Clock.systemUTC());
        } catch (StoreException | Refusal.Busy failure) {
            throw new CannotServe("the event store cannot be used: " + failure.getMessage());
        }
    }

    private static void checkMongo(MongoPlace place) {
        try {
            place.check();
        } catch (MongoAway away) {
            throw new CannotServe("MongoDB cannot be used: " + away.getMessage());
        }
    }

    private ConfigurableApplicationContext context() {
        var application = new SpringApplication(ServerConfiguration.class);
        application.setRegisterShutdownHook(false);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(ServerProperties.of(settings));
        application.addInitializers(starting -> {
            var beans = starting.getBeanFactory();
            beans.registerSingleton("eventDatabase", database);
            beans.registerSingleton("adminToken", new AdminToken(admin.secret()));
        });
        try {
            return application.run();
        } catch (RuntimeException failure) {
            throw explained(failure);
        }
    }

    private RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException)
                return new CannotServe("port " + settings.port() + " of " + settings.host()
                        + " is in use; choose another with --port (0 takes a free one)");
            if (cause instanceof MongoAway away) return new CannotServe("MongoDB cannot be used: " + away.getMessage());
        }
        return failure;
    }

    /// The address to open, with the real port.
    public String address() {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        var host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return "http://" + host + ":" + port;
    }

    public Path dataFolder() {
        return folder.path();
    }

    /// The admin token itself, for a program that runs the server within itself.
    public String adminSecret() {
        return admin.secret();
    }

    /// Where the admin token is, in words.
    public String adminTokenPlace() {
        return admin.place();
    }

    /// Serves until the process is told to end (SIGTERM, Ctrl-C), closes, and does what is to be done `afterwards`.
    public void serveUntilTold(Runnable afterwards) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            close();
                            afterwards.run();
                        },
                        "end"));
        try {
            Thread.currentThread().join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Finishes the requests that have begun, then ends.
    @Override
    public void close() {
        context.close();
        database.close();
        folder.close();
    }
}
