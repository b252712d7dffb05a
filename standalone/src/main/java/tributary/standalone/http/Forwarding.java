package tributary.standalone.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.locks.LockSupport;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.query.cluster.Cluster;
import tributary.query.cluster.Node;
import tributary.query.live.Meanwhile;
import tributary.query.report.ReportRequest;
import tributary.store.Caller;

/// Any node takes any request: what another node has to do is handed on to it, once, as it came, and the answer is
/// handed back. It comes after [Authentication], since only the token tells the account.
@Order(Authentication.ORDER + 1)
final class Forwarding extends OncePerRequestFilter {
    /// With this header a node says to another that it has not done what it was handed, and another one will.
    static final String MOVED = "Tributary-Moved";

    /// So often an owner is looked for anew.
    private static final int TRIES = 3;
    private static final int RETRY_AFTER_SECONDS = 2;

    /// So long a request waits for an owner, as reports wait for facts.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final Duration NAP = Duration.ofMillis(100);

    private final Cluster cluster;
    private final Meanwhile meanwhile;
    private final NodePass pass;
    private final Messenger messenger;
    private final ErrorBodies errors;

    Forwarding(Cluster cluster, Meanwhile meanwhile, NodePass pass, Messenger messenger, ErrorBodies errors) {
        this.cluster = cluster;
        this.meanwhile = meanwhile;
        this.pass = pass;
        this.messenger = messenger;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var forwarded = isForwarded(request);
            switch (Destination.of(request.getServletPath())) {
                case HERE -> chain.doFilter(request, response);
                case WRITER -> toWriter(request, response, chain, forwarded);
                case OWNER -> toOwner(request, response, chain, forwarded);
            }
        } catch (Refusal refusal) {
            ErrorBodies.headers(refusal).forEach(response::setHeader);
            errors.write(response, errors.of(request.getServletPath(), refusal));
        }
    }

    /// A header that no node of ours has made is refused, since a request that says it was forwarded goes no further.
    private boolean isForwarded(HttpServletRequest request) {
        var presented = request.getHeader(NodePass.HEADER);
        if (presented == null) return false;
        if (pass.matches(presented)) return true;
        throw new Refusal.Invalid(
                "not-one-of-the-nodes",
                "The request was not forwarded by one of the nodes",
                "the header " + NodePass.HEADER + " is for nodes among themselves; if a node sent it, give all of them"
                        + " the same TRIBUTARY_ADMIN_TOKEN");
    }

    private void toWriter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean forwarded)
            throws ServletException, IOException {
        if (cluster.role().writes()) {
            chain.doFilter(request, response);
            return;
        }
        if (forwarded) throw noWriter("this node takes no writes");
        var writers = new ArrayList<>(cluster.writers());
        Collections.shuffle(writers);
        for (var writer : writers) if (isHandedOn(Parcel.streamed(request), writer, response)) return;
        cluster.look();
        throw noWriter(writers.isEmpty() ? "none is known" : "none of " + writers.size() + " can be reached");
    }

    private static Refusal noWriter(String why) {
        return new Refusal.Busy(
                "no-command-node",
                "No node takes writes now",
                "of nodes that take writes, " + why,
                RETRY_AFTER_SECONDS);
    }

    /// @return whether the request has its answer; if not, nothing of it was sent
    private boolean isHandedOn(Parcel parcel, Node node, HttpServletResponse response) throws IOException {
        return switch (messenger.bring(parcel, node, response)) {
            case ANSWERED -> true;
            case UNREACHED, MOVED -> false;
            case CUT_OFF -> throw cutOff();
        };
    }

    private static Refusal cutOff() {
        return new Refusal.Busy(
                "forwarding-cut-off",
                "The node that was to do it did not answer",
                "the request may have been done all the same; send it again, lines of history under the same ids",
                RETRY_AFTER_SECONDS);
    }

    private void toOwner(HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean forwarded)
            throws ServletException, IOException {
        var account = ((Caller) request.getAttribute(Caller.ATTRIBUTE)).account();
        if (account == null || cluster.answersFor(account)) {
            chain.doFilter(request, response);
        } else if (forwarded) {
            cluster.look();
            if (cluster.owner(account).isPresent()) response.setHeader(MOVED, "true");
            chain.doFilter(request, response);
        } else {
            forward(account, request, response, chain);
        }
    }

    /// A request waits until there is an owner. A report of figures is answered by this node if everything there is
    /// was published, or if it does not want to wait, or has waited long enough.
    private void forward(AccountId account, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var parcel = Parcel.kept(request);
        var begun = System.nanoTime();
        var wait = ReportRequest.waits(request) ? LONGEST_WAIT.toNanos() : 0;
        while (!isBroughtToOwner(account, parcel, response)) {
            if (cluster.answersFor(account)
                    || System.nanoTime() - begun >= wait
                    || ReportRequest.needsFiguresOnly(request) && meanwhile.isAllPublished(account)
                    || Thread.currentThread().isInterrupted()) {
                chain.doFilter(parcel.request(), response);
                return;
            }
            LockSupport.parkNanos(NAP.toNanos());
        }
    }

    private boolean isBroughtToOwner(AccountId account, Parcel parcel, HttpServletResponse response)
            throws IOException {
        for (var times = 0; times < TRIES && !cluster.answersFor(account); times++) {
            var owner = cluster.owner(account);
            if (owner.isEmpty()) {
                cluster.look();
                return false;
            }
            switch (messenger.bring(parcel, owner.get(), response)) {
                case ANSWERED -> {
                    return true;
                }
                case CUT_OFF -> {
                    if (!parcel.isSafe()) throw cutOff();
                }
                default -> {}
            }
            cluster.look();
        }
        return false;
    }
}
