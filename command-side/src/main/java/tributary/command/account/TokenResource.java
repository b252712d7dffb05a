package tributary.command.account;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tributary.command.line.Line;
import tributary.command.line.Wrong;
import tributary.events.InstantText;
import tributary.events.Refusal;
import tributary.store.Caller;
import tributary.store.Scopes;
import tributary.store.Tokens;

/// Tokens of an account are issued, listed and revoked (api.md section 2).
@RestController
@RequestMapping("/api/v1/tokens")
public final class TokenResource {
    private static final int LONGEST_NAME = 256;

    private final Tokens tokens;
    private final Clock clock;

    public TokenResource(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /// The secret is shown this one time only.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> issue(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @RequestBody(required = false) JsonNode body) {
        caller.require(Scopes.ACCOUNT_ADMIN);
        if (body == null || !body.isObject()) throw Wrong.hidden("the body", "is not an object", "a JSON object");
        var request = Line.of(body, clock.instant());
        var name = request.text("name", LONGEST_NAME).orElseThrow(() -> Wrong.missing("name", "what the token is for"));
        var scopes = scopes(request);
        var expiresAt = expiry(request);
        var issued = tokens.issue(caller.account(), name, scopes, expiresAt);
        var shown = shown(issued.id(), name, scopes, expiresAt);
        shown.put("token", issued.secret());
        return shown;
    }

    private static Set<String> scopes(Line request) {
        var accepted =
                "some of " + String.join(", ", Scopes.ALL.stream().sorted().toList());
        var scopes = request.texts("scopes").orElseThrow(() -> Wrong.missing("scopes", accepted));
        if (scopes.isEmpty()) throw Wrong.hidden("scopes", "is empty", accepted);
        for (var scope : scopes) if (!Scopes.ALL.contains(scope)) throw Wrong.value("scopes", scope, accepted);
        return new LinkedHashSet<>(scopes);
    }

    private Instant expiry(Line request) {
        var expiresAt = request.instant("expiresAt").orElse(null);
        if (expiresAt != null && !expiresAt.isAfter(clock.instant()))
            throw Wrong.value("expiresAt", expiresAt.toString(), "an instant that is still to come");
        return expiresAt;
    }

    @GetMapping
    Map<String, Object> list(@RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        caller.require(Scopes.ACCOUNT_ADMIN);
        List<Map<String, Object>> shown = tokens.list(caller.account()).stream()
                .map(token -> {
                    var one = shown(token.id(), token.name(), token.scopes(), token.expiresAt());
                    one.put("createdAt", InstantText.micros(token.createdAt()));
                    return one;
                })
                .toList();
        return Map.of("tokens", shown);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable("id") String id) {
        caller.require(Scopes.ACCOUNT_ADMIN);
        if (!tokens.revoke(caller.account(), id)) throw new Refusal.Unknown("token", id);
    }

    private static Map<String, Object> shown(String id, String name, Set<String> scopes, Instant expiresAt) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", id);
        shown.put("name", name);
        shown.put("scopes", scopes.stream().sorted().toList());
        if (expiresAt != null) shown.put("expiresAt", expiresAt);
        return shown;
    }
}
