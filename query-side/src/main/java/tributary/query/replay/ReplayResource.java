package tributary.query.replay;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.store.Caller;
import tributary.store.Scopes;

/// Replays are begun, watched and cancelled (api.md section 7).
@RestController
@RequestMapping("/api/v1/replays")
final class ReplayResource {
    private final Replays replays;
    private final ReplayEvents events;

    ReplayResource(Replays replays, ReplayEvents events) {
        this.replays = replays;
        this.events = events;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Object> start(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @RequestBody(required = false) JsonNode body) {
        account(caller);
        var kind = Kind.of(text(body, "kind").orElse(null));
        return replays.start(caller, kind, text(body, "ruleSet"));
    }

    @GetMapping
    Map<String, Object> all(@RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        return Map.of("replays", replays.shown(account(caller)));
    }

    @GetMapping("/{id}")
    Map<String, Object> state(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable String id) {
        return replays.shown(account(caller), id);
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable String id) {
        var account = account(caller);
        replays.shown(account, id);
        return events.of(() -> replays.shown(account, id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Object> cancel(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable String id) {
        return replays.cancel(account(caller), id);
    }

    private static AccountId account(Caller caller) {
        if (!caller.may(Scopes.RULES_WRITE)) caller.require(Scopes.ACCOUNT_ADMIN);
        if (caller.account() == null)
            throw new Refusal.Invalid(
                    "account-not-named",
                    "No account was named",
                    "the server's admin must name an account in the header Tributary-Account");
        return caller.account();
    }

    private static Optional<String> text(JsonNode body, String field) {
        if (body == null || !body.isObject() || !body.hasNonNull(field)) return Optional.empty();
        var value = body.get(field);
        return Optional.of(value.isString() ? value.asString() : value.toString());
    }
}
