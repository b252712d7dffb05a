package tributary.standalone.http;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import tools.jackson.databind.json.JsonMapper;

/// What Tomcat answers by itself, such as to a malformed request line: a problem, neither HTML nor a stack trace.
/// Public, and without parameters, because Tomcat makes it by name.
public final class ProblemValve extends ErrorReportValve {
    private final ErrorBodies errors =
            new ErrorBodies(JsonMapper.shared(), UUID::randomUUID, new CompositeMeterRegistry());

    /// Tomcat does not tell what it disliked, so all that it may have been is named.
    private static String unreadable(int status) {
        return status == 400
                ? "the request line or a header is malformed, or they have over 8 KB together; in a path % must be followed"
                        + " by two hexadecimal digits, which are not those of / or of a control character"
                : "the server does not serve such requests: HTTP status " + status;
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        var path = request.getRequestURI() == null ? "" : request.getRequestURI();
        var body = status < 500
                ? errors.of(path, status, "bad-request", "The request is not well-formed", unreadable(status), Map.of())
                : errors.of(path, status, "defect", "Something went wrong here", "see the server's log", Map.of());
        try {
            errors.write(response, body);
            response.finishResponse();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (IllegalStateException _) {
            // The client already has a part of another answer; there is nothing left to tell it.
        }
    }
}
