package tributary.command.history;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
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

    private final HistoryIntake intake;

    public HistoryResource(HistoryIntake intake) {
        this.intake = intake;
    }

    @PostMapping
    ResponseEntity<Tally.Answer> take(
            HttpServletRequest request,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestParam(name = "strict", required = false) String strict)
            throws IOException {
        if (!caller.may(Scopes.INTERACTIONS_WRITE)) caller.require(Scopes.HISTORY_WRITE);
        boolean all = isStrict(strict);
        var lines = lines(request);
        try {
            var account = caller.account();
            return ResponseEntity.ok(
                    all ? intake.takeStrictly(account, caller, lines) : intake.take(account, caller, lines));
        } catch (HistoryIntake.Refused refused) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(refused.answer());
        }
    }

    private static boolean isStrict(String strict) {
        return switch (strict) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw Wrong.value("strict", strict, "true or false");
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
            return new Body(BodyStreams.unpacked(sent, encoding));
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
