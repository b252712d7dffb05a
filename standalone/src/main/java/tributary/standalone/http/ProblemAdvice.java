package tributary.standalone.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import tributary.events.Refusal;

/// Turns whatever a resource throws into an answer, once for all of them.
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ErrorBodies errors;

    ProblemAdvice(ErrorBodies errors) {
        this.errors = errors;
    }

    @ExceptionHandler
    ResponseEntity<Object> refusal(Refusal refusal, HttpServletRequest request) {
        var headers = new HttpHeaders();
        ErrorBodies.headers(refusal).forEach(headers::set);
        return answer(errors.of(request.getServletPath(), refusal), headers);
    }

    @ExceptionHandler
    ResponseEntity<Object> defect(Exception failure, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) return null;
        var id = Watch.id(request);
        LOG.atError()
                .addKeyValue("request", id)
                .setCause(Discreet.failure(failure))
                .log("{} {} failed (request {})", request.getMethod(), Watch.pattern(request), id);
        var body = errors.of(
                request.getServletPath(),
                500,
                "defect",
                "Something went wrong here",
                "this is a defect; the server's log tells more",
                Map.of());
        return answer(body, new HttpHeaders());
    }

    /// Spring's own refusals: unknown path, method, media type, unreadable body or parameter.
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var path = ((ServletWebRequest) request).getRequest().getServletPath();
        var complaint = Complaint.about(failure, status.value());
        var kept = new HttpHeaders();
        kept.putAll(headers);
        return answer(
                errors.of(path, status.value(), complaint.reason(), complaint.title(), complaint.detail(), Map.of()),
                kept);
    }

    private static ResponseEntity<Object> answer(ErrorBodies.Body body, HttpHeaders headers) {
        headers.setContentType(MediaType.parseMediaType(body.mediaType()));
        return ResponseEntity.status(body.status()).headers(headers).body(body.fields());
    }
}
