package tributary.standalone.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import tributary.events.Refusal;

/// What becomes of requests when the server is told to end: those that have begun are finished and answered, those that
/// come are told to come again, on connections that are then closed. The web server, which would cut them off without a
/// word, ends after this, when nothing is under way any more or the time for it is over.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Ending implements Filter, SmartLifecycle {
    private static final Runnable NOBODY_WAITS = () -> {};

    private final ErrorBodies errors;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicReference<Runnable> whenDone = new AtomicReference<>(NOBODY_WAITS);
    private volatile boolean running;

    Ending(ErrorBodies errors) {
        this.errors = errors;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        underWay.incrementAndGet();
        try {
            if (running) chain.doFilter(request, response);
            else refuse((HttpServletRequest) request, (HttpServletResponse) response);
        } finally {
            if (underWay.decrementAndGet() == 0 && !running) tellDone();
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var refusal = Refusal.Busy.ending();
        ErrorBodies.headers(refusal).forEach(response::setHeader);
        response.setHeader("Connection", "close");
        if (request.getHeader(NodePass.HEADER) != null) response.setHeader(Forwarding.MOVED, "true");
        errors.write(response, errors.of(request.getServletPath(), refusal));
    }

    private void tellDone() {
        whenDone.getAndSet(NOBODY_WAITS).run();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void stop(Runnable done) {
        whenDone.set(done);
        running = false;
        if (underWay.get() == 0) tellDone();
    }

    @Override
    public void stop() {
        stop(NOBODY_WAITS);
    }
}
