package tributary.standalone.server;

import java.util.HashMap;
import java.util.Map;
import tributary.query.mongo.MongoConfiguration;

/// What Spring Boot is told. The limits of bodies are the command side's; they are streamed.
final class ServerProperties {
    private ServerProperties() {}

    static Map<String, Object> of(ServerSettings settings) {
        var properties = new HashMap<>(always(settings));
        if (settings.mongo() != null) properties.put(MongoConfiguration.ADDRESS, settings.mongo());
        return properties;
    }

    private static Map<String, Object> always(ServerSettings settings) {
        return Map.ofEntries(
                Map.entry("server.address", settings.host()),
                Map.entry("server.port", settings.port()),
                Map.entry("server.shutdown", "graceful"),
                // Once for the requests under way, and once more for the web server when those were told to end.
                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "15s"),
                // So that who sends far too much is told so: a connection cut while they send shows them nothing.
                Map.entry("server.tomcat.max-swallow-size", "256MB"),
                Map.entry("server.tomcat.max-keep-alive-requests", 100_000),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("spring.main.log-startup-info", false),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("spring.web.resources.add-mappings", false),
                Map.entry("spring.mvc.log-resolved-exception", false),
                Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
                Map.entry("management.endpoint.health.probes.enabled", true),
                Map.entry("management.endpoint.health.show-details", "always"),
                Map.entry(
                        "management.endpoint.health.group.readiness.include",
                        "readinessState,eventStore,figures,nodes"),
                Map.entry(
                        "management.metrics.system.diskspace.paths",
                        settings.data().toString()),
                Map.entry("management.health.diskspace.enabled", false),
                Map.entry("management.health.ssl.enabled", false),
                Map.entry("logging.structured.ecs.service.name", "tributary"),
                Map.entry("axon.axonserver.enabled", false),
                Map.entry("axon.update-check.disabled", true),
                Map.entry("logging.level.root", "warn"),
                // Whoever calls may put an address into a path, and as many lines into the log as they like.
                Map.entry("logging.level.org.springframework.web.servlet.PageNotFound", "off"),
                Map.entry("logging.level.tributary", "info"),
                // It says at each attempt that a server is away; we say it once.
                Map.entry("logging.level.org.mongodb.driver", "error"),
                // Axon warns of tokens in memory; everything folded is in memory here, and rebuilt.
                Map.entry("logging.level.org.axonframework.eventhandling.tokenstore.inmemory", "error"),
                Map.entry("logging.level.org.springframework.boot.diagnostics", "off"));
    }
}
