package tributary.command.history;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tributary.command.history.BodyStreams.Encoding;
import tributary.command.line.Echo;
import tributary.command.line.Wrong;
import tributary.events.Refusal;
import tributary.store.Caller;
import tributary.store.Scopes;

/// The native way in: lines of history (api.md section 3).
@RestController
@RequestMapping("/api/v1/history")
public final class HistoryResource {
    private static final MediaType NDJSON = MediaType.parseMediaType("application/x-ndjson");

    private static final JsonMapper JSON = new JsonMapper();

    private final HistoryIntake intake;
    private final ReadingRoom reading = new ReadingRoom(Limits.READING_BYTES);

    public HistoryResource(HistoryIntake intake) {
        this.intake = intake;
    }

    /// Reads and writes by itself what Spring could: most requests are as short as can be, and finding out how to
    /// convert their parameters and answers took longer than recording them.
    @PostMapping
    void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var caller = (Caller) request.getAttribute(Caller.ATTRIBUTE);
        if (!caller.may(Scopes.INTERACTIONS_WRITE)) caller.require(Scopes.HISTORY_WRITE);
        boolean all = isStrict(request);
        var account = caller.account();
        try (var _ = reading.enter(account, held(request, all))) {
            var lines = lines(request);
            answer(
                    response,
                    HttpServletResponse.SC_OK,
                    all ? intake.takeStrictly(account, caller, lines) : intake.take(account, caller, lines));
        } catch (HistoryIntake.Refused refused) {
            answer(response, HttpStatus.UNPROCESSABLE_CONTENT.value(), refused.answer());
        }
    }

    /// How many bytes of the body are held at once, at most.
    private static long held(HttpServletRequest request, boolean all) {
        int most = all ? Limits.STRICT_BYTES : Limits.CHUNK_BYTES;
        long sent = request.getContentLengthLong();
        if (sent < 0 || request.getHeader("Content-Encoding") != null) return most;
        return Math.clamp(sent, Limits.LEAST_READING_BYTES, most);
    }

    private static void answer(HttpServletResponse response, int status, Tally.Answer answer) throws IOException {
        var bytes = JSON.writeValueAsBytes(answer);
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static boolean isStrict(HttpServletRequest request) {
        var values = request.getQueryString() == null ? null : request.getParameterValues("strict");
        return switch (values == null ? "false" : String.join(",", values)) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw Wrong.value("strict", other, "true or false");
        };
    }

    private static LineSplitter lines(HttpServletRequest request) throws IOException {
        boolean ndjson = isNdjson(request.getContentType());
        var encoding = encoding(request.getHeader("Content-Encoding"));
        if (request.getContentLengthLong() > Limits.BODY_BYTES)
            throw BodyStreams.tooLarge("the body", Limits.BODY_BYTES);
        var body = body(request, encoding);
        if (!body.more() && body.failure() == null)
            throw new Refusal.Invalid(
                    "empty-body", "The body is empty", "the body is empty; expected lines of history");
        return ndjson ? new NdjsonLines(body) : new ArrayLines(body);
    }

    private static Body body(HttpServletRequest request, Encoding encoding) throws IOException {
        var sent = request.getInputStream();
        try {
            return Body.of(BodyStreams.unpacked(sent, encoding), request.getContentLengthLong());
        } catch (IOException notEvenABeginning) {
            throw Body.cutOff();
        }
    }

    private static boolean isNdjson(String contentType) {
        try {
            var type = contentType == null ? null : MediaType.parseMediaType(contentType);
            if (NDJSON.includes(type)) return true;
            if (MediaType.APPLICATION_JSON.includes(type)) return false;
        } catch (InvalidMediaTypeException notEvenAType) {
            // refused below
        }
        throw new Refusal.Unsupported("Content-Type is " + (contentType == null ? "missing" : Echo.of(contentType))
                + "; expected application/x-ndjson (one object a line) or application/json (an array)");
    }

    private static Encoding encoding(String header) {
        return switch (header == null ? "" : header.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> Encoding.IDENTITY;
            case "gzip", "x-gzip" -> Encoding.GZIP;
            case "zstd" -> Encoding.ZSTD;
            default ->
                throw new Refusal.Unsupported(
                        "Content-Encoding is " + Echo.of(header) + "; expected gzip, zstd or no such header");
        };
    }
}
