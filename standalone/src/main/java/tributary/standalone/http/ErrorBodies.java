package tributary.standalone.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tributary.events.Refusal;

/// How an answer that is an error looks: problem details (RFC 9457) in our API, and the error object of the dialect
/// on paths that are shaped like another product's.
final class ErrorBodies {
    private static final String TYPES = "https://tributary.example/problems/";

    private final JsonMapper json;
    private final Supplier<UUID> correlationIds;
    private final MeterRegistry meters;

    /// @param meters count what is refused, by reason
    ErrorBodies(JsonMapper json, Supplier<UUID> correlationIds, MeterRegistry meters) {
        this.json = json;
        this.correlationIds = correlationIds;
        this.meters = meters;
    }

    /// A body and the media type it is to be sent as.
    record Body(int status, String mediaType, Map<String, Object> fields) {}

    Body of(String path, Refusal refusal) {
        refused(refusal.reason());
        return of(path, status(refusal), refusal.reason(), refusal.title(), refusal.detail(), refusal.particulars());
    }

    private void refused(String reason) {
        Counter.builder("tributary.refusals")
                .description("Requests that were refused, by the last word of the problem's type")
                .tag("reason", reason)
                .register(meters)
                .increment();
    }

    Body of(String path, int status, String reason, String title, String detail, Map<String, ?> particulars) {
        if (isShapedLikeHubSpot(path)) return hubSpot(status, Discreet.text(detail));
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", TYPES + reason);
        fields.put("title", title);
        fields.put("status", status);
        fields.put("detail", Discreet.text(detail));
        fields.put("instance", Discreet.path(path));
        Discreet.values(particulars).forEach(fields::putIfAbsent);
        return new Body(status, "application/problem+json", fields);
    }

    private Body hubSpot(int status, String message) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("status", "error");
        fields.put("message", message);
        fields.put("correlationId", correlationIds.get().toString());
        fields.put("category", category(status));
        return new Body(status, "application/json", fields);
    }

    private static boolean isShapedLikeHubSpot(String path) {
        return path.startsWith("/crm/") || path.startsWith("/marketing/");
    }

    private static String category(int status) {
        return switch (status) {
            case 401 -> "INVALID_AUTHENTICATION";
            case 403 -> "MISSING_SCOPES";
            case 404 -> "OBJECT_NOT_FOUND";
            case 409 -> "CONFLICT";
            case 503 -> "RATE_LIMITS";
            default -> status < 500 ? "VALIDATION_ERROR" : "INTERNAL_ERROR";
        };
    }

    static int status(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Invalid _ -> 400;
            case Refusal.Unauthenticated _ -> 401;
            case Refusal.Forbidden _ -> 403;
            case Refusal.Unknown _ -> 404;
            case Refusal.Conflict _ -> 409;
            case Refusal.TooLarge _ -> 413;
            case Refusal.Unsupported _ -> 415;
            case Refusal.Busy _ -> 503;
        };
    }

    /// Headers that belong to a refusal.
    static Map<String, String> headers(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Busy busy -> Map.of("Retry-After", Integer.toString(busy.retryAfterSeconds()));
            case Refusal.Unauthenticated _ -> Map.of("WWW-Authenticate", "Bearer");
            default -> Map.of();
        };
    }

    /// For places where no resource is at work.
    void write(HttpServletResponse response, Body body) throws IOException {
        var bytes = json.writeValueAsBytes(body.fields());
        response.setStatus(body.status());
        response.setContentType(body.mediaType());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
