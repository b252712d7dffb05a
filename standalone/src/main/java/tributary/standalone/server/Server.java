package tributary.standalone.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tributary.events.Refusal;
import tributary.query.cluster.Place;
import tributary.query.cluster.Role;
import tributary.query.mongo.MongoAway;
import tributary.query.mongo.MongoPlace;
import tributary.standalone.http.AdminToken;
import tributary.standalone.http.NodePass;
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

    private Server(ServerSettings settings, DataFolder folder, AdminSecret admin, EventDatabase database, Clock clock) {
        this.settings = settings;
        this.folder = folder;
        this.admin = admin;
        this.database = database;
        this.context = context(clock);
    }

    /// @throws CannotServe if the folder or the port is in use, or the folder, the event store or MongoDB cannot be
    /// used
    public static Server start(ServerSettings settings) {
        return start(settings, Clock.systemUTC());
    }

    /// @param clock gives every "now"
    public static Server start(ServerSettings settings, Clock clock) {
        var folder = DataFolder.open(settings.data());
        try {
            if (settings.role() != Role.ALL
                    && (settings.adminToken() == null || settings.adminToken().isBlank()))
                throw new CannotServe("a node of the role " + settings.role().word()
                        + " makes no admin token of its own; give all nodes the same TRIBUTARY_ADMIN_TOKEN");
            return start(settings, folder, AdminSecret.of(settings.adminToken(), folder), clock);
        } catch (RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    private static Server start(ServerSettings settings, DataFolder folder, AdminSecret admin, Clock clock) {
        if (settings.mongo() != null) checkMongo(MongoPlace.parse(settings.mongo()));
        var database = opened(settings.storeLocation(folder.path()), clock);
        try {
            return new Server(settings, folder, admin, database, clock);
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    private static EventDatabase opened(StoreLocation location, Clock clock) {
        try {
            return EventDatabase.open(location, clock);
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

    private ConfigurableApplicationContext context(Clock clock) {
        var application = new SpringApplication(ServerConfiguration.class);
        application.setRegisterShutdownHook(false);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(ServerProperties.of(settings));
        application.addInitializers(starting -> {
            var beans = starting.getBeanFactory();
            beans.registerSingleton("clock", clock);
            beans.registerSingleton("eventDatabase", database);
            beans.registerSingleton("adminToken", new AdminToken(admin.secret()));
            beans.registerSingleton("nodePass", new NodePass(admin.secret()));
            beans.registerSingleton("place", place((WebServerApplicationContext) starting));
        });
        try {
            return application.run();
        } catch (RuntimeException failure) {
            throw explained(failure);
        }
    }

    private Place place(WebServerApplicationContext starting) {
        if (!settings.shared()) return Place.ALONE;
        var given = settings.advertise();
        return new Place(settings.role(), true, () -> given == null ? reachable(starting) : given);
    }

    /// The address by which other nodes find this one, unless they are told another.
    private String reachable(WebServerApplicationContext listening) {
        try {
            var address = InetAddress.getByName(settings.host());
            if (address.isAnyLocalAddress())
                return address(InetAddress.getLocalHost().getHostName(), listening);
        } catch (UnknownHostException failure) {
            throw new CannotServe("other nodes cannot find " + settings.host() + "; give an address with --advertise");
        }
        return address(settings.host(), listening);
    }

    private static String address(String host, WebServerApplicationContext listening) {
        int port = listening.getWebServer().getPort();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
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
        return address(settings.host(), (WebServerApplicationContext) context);
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
