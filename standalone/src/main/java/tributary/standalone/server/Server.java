package tributary.standalone.server;

import java.nio.file.Path;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tributary.standalone.http.AdminToken;

/// A running server: command side, query side and HTTP in one process. It can answer once [#start] returns.
public final class Server implements AutoCloseable {
    private final ServerSettings settings;
    private final DataFolder folder;
    private final AdminSecret admin;
    private final ConfigurableApplicationContext context;

    private Server(
            ServerSettings settings, DataFolder folder, AdminSecret admin, ConfigurableApplicationContext context) {
        this.settings = settings;
        this.folder = folder;
        this.admin = admin;
        this.context = context;
    }

    /// @throws CannotServe if the folder or the port is in use, or the folder cannot be used
    public static Server start(ServerSettings settings) {
        var folder = DataFolder.open(settings.data());
        try {
            var admin = AdminSecret.of(settings.adminToken(), folder);
            return new Server(settings, folder, admin, context(settings, folder, admin));
        } catch (RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    private static ConfigurableApplicationContext context(
            ServerSettings settings, DataFolder folder, AdminSecret admin) {
        var application = new SpringApplication(ServerConfiguration.class);
        application.setRegisterShutdownHook(false);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(ServerProperties.of(settings));
        application.addInitializers(starting -> {
            var beans = starting.getBeanFactory();
            beans.registerSingleton("storeLocation", settings.storeLocation(folder.path()));
            beans.registerSingleton("adminToken", new AdminToken(admin.secret()));
        });
        try {
            return application.run();
        } catch (RuntimeException failure) {
            throw explained(settings, failure);
        }
    }

    private static RuntimeException explained(ServerSettings settings, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof PortInUseException)
                return new CannotServe("port " + settings.port() + " of " + settings.host()
                        + " is in use; choose another with --port (0 takes a free one)");
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
        folder.close();
    }
}
