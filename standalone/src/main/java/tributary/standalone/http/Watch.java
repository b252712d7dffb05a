package tributary.standalone.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/// Times each request and gives it an id, under which the log speaks of it: of those only that take long, and of
/// defects. Neither the log nor the metrics show more of a path than its pattern, since what callers put there may be
/// personal, and has no end.
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class Watch extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    static final String REQUEST_ID = "X-Request-Id";
    private static final String ID_ATTRIBUTE = Watch.class.getName() + ".id";
    private static final Pattern GIVEN_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");

    /// In place of the pattern of a request that another node has answered, which names it if it was slow.
    private static final String FORWARDED = "FORWARDED";

    /// What takes as long as its sender or reader wants.
    private static final Set<String> NOT_NAMED = Set.of(FORWARDED, "/api/v1/history", "/api/v1/export");

    private static final Duration SLOW = Duration.ofSeconds(2);
    /// Slow requests named in the log within a minute; a store that is away makes all of them slow.
    private static final int NAMED_A_MINUTE = 20;

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(3), Duration.ofMillis(10), Duration.ofMillis(30), Duration.ofMillis(100),
        Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(10)
    };

    private final MeterRegistry meters;
    private final String process;
    private final AtomicLong requests = new AtomicLong();
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
    private final Allowance allowance = new Allowance(NAMED_A_MINUTE, Duration.ofMinutes(1));

    /// Requests that are counted together.
    private record Kind(String method, String pattern, int status) {}

    /// @param process distinguishes the ids of this process from those of others
    Watch(MeterRegistry meters, String process) {
        this.meters = meters;
        this.process = process;
    }

    /// The id of a request; `-` for one that did not come through here.
    static String id(HttpServletRequest request) {
        return request.getAttribute(ID_ATTRIBUTE) instanceof String id ? id : "-";
    }

    /// Another node has answered the request.
    static void forwarded(HttpServletRequest request) {
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, FORWARDED);
    }

    /// The pattern of a request's path, if it was found to have one.
    static String pattern(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof Object pattern
                ? pattern.toString()
                : "UNKNOWN";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begun = System.nanoTime();
        var id = id(request.getHeader(REQUEST_ID));
        request.setAttribute(ID_ATTRIBUTE, id);
        response.setHeader(REQUEST_ID, id);
        try {
            chain.doFilter(request, response);
        } finally {
            if (!request.isAsyncStarted()) note(request, response.getStatus(), System.nanoTime() - begun);
        }
    }

    /// The id that came with the request, as from another node, or else a new one.
    private String id(String given) {
        if (given != null && GIVEN_ID.matcher(given).matches()) return given;
        return process + "-" + requests.incrementAndGet();
    }

    private void note(HttpServletRequest request, int status, long nanos) {
        var method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
        var kind = new Kind(method, pattern(request), status);
        timers.computeIfAbsent(kind, this::timer).record(nanos, TimeUnit.NANOSECONDS);
        if (nanos >= SLOW.toNanos() && !NOT_NAMED.contains(kind.pattern)) tell(kind, nanos, id(request));
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .description("Requests, until their answers were written")
                .tag("method", kind.method)
                .tag("uri", kind.pattern)
                .tag("status", Integer.toString(kind.status))
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    private void tell(Kind kind, long nanos, String id) {
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
        if (allowance.take())
            LOG.atWarn()
                    .addKeyValue("request", id)
                    .addKeyValue("status", kind.status)
                    .addKeyValue("millis", millis)
                    .log(
                            "{} {} took {} ms and was answered {} (request {})",
                            kind.method,
                            kind.pattern,
                            millis,
                            kind.status,
                            id);
    }
}
