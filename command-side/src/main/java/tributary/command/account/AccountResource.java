package tributary.command.account;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tributary.command.account.AccountCommand.AskSettings;
import tributary.command.account.AccountCommand.ChangeAccount;
import tributary.command.account.AccountCommand.OpenAccount;
import tributary.command.history.Chunks;
import tributary.command.line.Line;
import tributary.command.line.Wrong;
import tributary.events.AccountId;
import tributary.events.InstantText;
import tributary.events.Refusal;
import tributary.store.Accounts;
import tributary.store.Caller;
import tributary.store.Scopes;
import tributary.store.Tokens;

/// Accounts are opened, listed, shown and changed (api.md section 2).
@RestController
@RequestMapping("/api/v1")
public final class AccountResource {
    private final Chunks chunks;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public AccountResource(Chunks chunks, Accounts accounts, Tokens tokens, Clock clock, Supplier<UUID> ids) {
        this.chunks = chunks;
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
        this.ids = ids;
    }

    @PostMapping("/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> open(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @RequestBody(required = false) JsonNode body) {
        refuseUnlessAdmin(caller);
        var request = request(body);
        var settings = Settings.opening(request);
        var account = new AccountId(request.id("id").orElseGet(() -> ids.get().toString()));
        return chunks.inOne(account, caller, desk -> {
            desk.send(new OpenAccount(account, settings));
            var shown = shown(account, settings);
            shown.put(
                    "accessToken",
                    tokens.issue(account, "access token", Scopes.ALL, null).secret());
            shown.put(
                    "writeKey",
                    tokens.issue(account, "write key", Set.of(Scopes.INTERACTIONS_WRITE), null)
                            .secret());
            return shown;
        });
    }

    @GetMapping("/accounts")
    Map<String, Object> list(@RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        refuseUnlessAdmin(caller);
        List<Map<String, Object>> shown =
                accounts.all().stream().map(account -> present(account, caller)).toList();
        return Map.of("accounts", shown);
    }

    @GetMapping("/account")
    Map<String, Object> show(@RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        return present(caller.account(), caller);
    }

    @PatchMapping("/account")
    Map<String, Object> change(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @RequestBody(required = false) JsonNode body) {
        caller.require(Scopes.ACCOUNT_ADMIN);
        var settings = Settings.changes(request(body));
        var now = InstantText.micros(clock.instant());
        if (!settings.isEmpty())
            chunks.inOne(caller.account(), caller, desk -> desk.send(new ChangeAccount(desk.account(), settings, now)));
        return present(caller.account(), caller);
    }

    private Map<String, Object> present(AccountId account, Caller caller) {
        Map<String, String> settings = chunks.inOne(account, caller, desk -> desk.send(new AskSettings(account)));
        return shown(account, settings);
    }

    private static Map<String, Object> shown(AccountId account, Map<String, String> settings) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", account.value());
        shown.putAll(Settings.shown(settings));
        return shown;
    }

    private static void refuseUnlessAdmin(Caller caller) {
        if (!caller.admin()) throw new Refusal.Forbidden("of the server's admin token");
    }

    private Line request(JsonNode body) {
        if (body == null || !body.isObject()) throw Wrong.hidden("the body", "is not an object", "a JSON object");
        return Line.of(body, InstantText.micros(clock.instant()));
    }
}
