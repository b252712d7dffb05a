package tributary.query.crm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tributary.events.Refusal;

/// Refusals in HubSpot's error shape, for the resources of this package.
@RestControllerAdvice(basePackageClasses = HubSpotErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HubSpotErrors {
    private final Supplier<UUID> correlationIds;

    HubSpotErrors(Supplier<UUID> correlationIds) {
        this.correlationIds = correlationIds;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refusal(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Invalid _ -> answer(HttpStatus.BAD_REQUEST, "VALIDATION_ERROR", refusal);
            case Refusal.Unauthenticated _ -> answer(HttpStatus.UNAUTHORIZED, "INVALID_AUTHENTICATION", refusal);
            case Refusal.Forbidden _ -> answer(HttpStatus.FORBIDDEN, "MISSING_SCOPES", refusal);
            case Refusal.Unknown _ -> answer(HttpStatus.NOT_FOUND, "OBJECT_NOT_FOUND", refusal);
            case Refusal.Conflict _ -> answer(HttpStatus.CONFLICT, "CONFLICT", refusal);
            case Refusal.TooLarge _ -> answer(HttpStatus.CONTENT_TOO_LARGE, "VALIDATION_ERROR", refusal);
            case Refusal.Unsupported _ -> answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "VALIDATION_ERROR", refusal);
            case Refusal.Busy _ -> answer(HttpStatus.SERVICE_UNAVAILABLE, "RATE_LIMITS", refusal);
        };
    }

    private ResponseEntity<Map<String, String>> answer(HttpStatus status, String category, Refusal refusal) {
        var body = new LinkedHashMap<String, String>();
        body.put("status", "error");
        body.put("message", refusal.detail());
        body.put("correlationId", correlationIds.get().toString());
        body.put("category", category);
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        if (refusal instanceof Refusal.Busy busy)
            answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(busy.retryAfterSeconds()));
        return answer.body(body);
    }
}
