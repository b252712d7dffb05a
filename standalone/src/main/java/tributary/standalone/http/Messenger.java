package tributary.standalone.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import tributary.events.Refusal;
import tributary.query.cluster.Node;

/// Brings requests to other nodes and their answers back, both as a stream, over connections that are kept.
final class Messenger implements AutoCloseable {
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    /// Longer than any report waits for its facts, and than figures of a large account take to be judged.
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    /// For bodies that take their time to be sent.
    private static final Duration TO_TAKE_ALL = Duration.ofMinutes(30);
    private static final int PORTION = 1 << 14;

    /// What belongs to one connection, or is made anew for the next.
    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "date",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            NodePass.HEADER.toLowerCase(Locale.ROOT),
            Watch.REQUEST_ID.toLowerCase(Locale.ROOT));

    /// What became of a request.
    enum Outcome {
        ANSWERED,
        /// Nothing of it was sent.
        UNREACHED,
        /// The other node has not done it, since the account is another's, or since it is ending.
        MOVED,
        /// It was sent, at least in part, and no answer came.
        CUT_OFF
    }

    private final NodePass pass;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TO_CONNECT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    Messenger(NodePass pass) {
        this.pass = pass;
    }

    /// @throws IOException if the answer broke off after its beginning went to the caller
    Outcome bring(Parcel parcel, Node node, HttpServletResponse response) throws IOException {
        var sent = new boolean[1];
        HttpResponse<InputStream> answer;
        try {
            answer = http.send(written(parcel, node, () -> sent[0] = true), BodyHandlers.ofInputStream());
        } catch (ConnectException | HttpConnectTimeoutException notThere) {
            return sent[0] ? Outcome.CUT_OFF : Outcome.UNREACHED;
        } catch (IOException broken) {
            return Outcome.CUT_OFF;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Outcome.CUT_OFF;
        }
        try (var body = answer.body()) {
            if (answer.headers().firstValue(Forwarding.MOVED).isPresent() && !parcel.isStreamed()) return Outcome.MOVED;
            hand(answer, body, response);
            Watch.forwarded(parcel.request());
            return Outcome.ANSWERED;
        } catch (IOException broken) {
            if (response.isCommitted()) throw broken;
            response.reset();
            return Outcome.CUT_OFF;
        }
    }

    private HttpRequest written(Parcel parcel, Node node, Runnable whenSent) throws IOException {
        var request = parcel.request();
        var query = request.getQueryString();
        var written = HttpRequest.newBuilder(
                        address(node.address() + request.getRequestURI() + (query == null ? "" : "?" + query)))
                .timeout(parcel.isStreamed() ? TO_TAKE_ALL : TO_ANSWER)
                .method(request.getMethod(), body(parcel, whenSent))
                .header(NodePass.HEADER, pass.text())
                .header(Watch.REQUEST_ID, Watch.id(request));
        for (var name : Collections.list(request.getHeaderNames()))
            if (!OF_ONE_CONNECTION.contains(name.toLowerCase(Locale.ROOT)))
                Collections.list(request.getHeaders(name)).forEach(value -> written.header(name, value));
        return written.build();
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException _) {
            throw new Refusal.Invalid(
                    "bad-request",
                    "The request is not well-formed",
                    "in an address % must be followed by two hexadecimal digits");
        }
    }

    private static BodyPublisher body(Parcel parcel, Runnable whenSent) throws IOException {
        if (parcel.length() == 0) return BodyPublishers.noBody();
        var body = parcel.body();
        var stream = BodyPublishers.ofInputStream(() -> {
            whenSent.run();
            return body;
        });
        return parcel.length() < 0 ? stream : BodyPublishers.fromPublisher(stream, parcel.length());
    }

    private static void hand(HttpResponse<InputStream> answer, InputStream body, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.statusCode());
        answer.headers().map().forEach((name, values) -> {
            if (OF_ONE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) return;
            response.setHeader(name, values.getFirst());
            values.stream().skip(1).forEach(value -> response.addHeader(name, value));
        });
        answer.headers().firstValueAsLong("Content-Length").ifPresent(response::setContentLengthLong);
        var out = response.getOutputStream();
        var portion = new byte[PORTION];
        for (int length; (length = body.read(portion)) >= 0; ) {
            out.write(portion, 0, length);
            if (body.available() == 0) out.flush();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
