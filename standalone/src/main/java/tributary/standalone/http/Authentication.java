package tributary.standalone.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.store.Caller;
import tributary.store.EventDatabase;
import tributary.store.Scopes;

/// Finds out who calls, before any resource does: the bearer token becomes the request's [Caller]. A path needs a
/// token unless it is named here: health never, metrics only if there is a token for them.
@Order(Authentication.ORDER)
final class Authentication extends OncePerRequestFilter {
    /// After the filters of Spring that prepare a request.
    static final int ORDER = 0;

    private static final String BEARER = "Bearer ";
    private static final String ACCOUNT_HEADER = "Tributary-Account";
    private static final String ACTUATOR = "/actuator/";
    private static final String HEALTH = ACTUATOR + "health";
    private static final String ACCOUNTS = "/api/v1/accounts";

    private final EventDatabase database;
    private final AdminToken adminToken;
    private final Optional<SecretToken> metricsToken;
    private final ErrorBodies errors;

    Authentication(
            EventDatabase database, AdminToken adminToken, Optional<SecretToken> metricsToken, ErrorBodies errors) {
        this.database = database;
        this.adminToken = adminToken;
        this.metricsToken = metricsToken;
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.startsWith(HEALTH) || metricsToken.isEmpty() && path.startsWith(ACTUATOR);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (request.getServletPath().startsWith(ACTUATOR)) requireMetricsToken(secret(request));
            else request.setAttribute(Caller.ATTRIBUTE, caller(request));
        } catch (Refusal refusal) {
            ErrorBodies.headers(refusal).forEach(response::setHeader);
            errors.write(response, errors.of(request.getServletPath(), refusal));
            return;
        }
        chain.doFilter(request, response);
    }

    private void requireMetricsToken(String secret) {
        if (metricsToken.filter(token -> token.matches(secret)).isEmpty() && !adminToken.matches(secret))
            throw new Refusal.Unauthenticated("metrics are shown to the token in TRIBUTARY_METRICS_TOKEN only");
    }

    private Caller caller(HttpServletRequest request) {
        var secret = secret(request);
        var account = Optional.ofNullable(request.getHeader(ACCOUNT_HEADER)).map(String::strip);
        if (adminToken.matches(secret)) return admin(request.getServletPath(), account);
        var caller = database.tokens()
                .find(secret)
                .orElseThrow(
                        () -> new Refusal.Unauthenticated("the token is not known here, was revoked or has expired"));
        if (account.isPresent() && !account.get().equals(caller.account().value())) throw unknown(account.get());
        return caller;
    }

    private static String secret(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null) throw new Refusal.Unauthenticated("send a token: Authorization: Bearer TOKEN");
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            throw new Refusal.Unauthenticated(
                    "the Authorization header is of another kind; send Authorization: Bearer TOKEN");
        return header.substring(BEARER.length()).strip();
    }

    /// The admin has no account of its own, so every path but that of the accounts needs to be told one.
    private Caller admin(String path, Optional<String> account) {
        if (account.isEmpty()) {
            if (path.equals(ACCOUNTS) || path.startsWith(ACCOUNTS + "/"))
                return new Caller(null, "admin", Scopes.ALL, true);
            throw new Refusal.Invalid(
                    "missing-account",
                    "The account is missing",
                    "the admin token acts in an account named by the header " + ACCOUNT_HEADER + ": ID");
        }
        if (account.get().isEmpty() || !database.accounts().exists(new AccountId(account.get())))
            throw unknown(account.get());
        return new Caller(new AccountId(account.get()), "admin", Scopes.ALL, true);
    }

    private static Refusal unknown(String account) {
        return Refusal.Unknown.account(account);
    }
}
