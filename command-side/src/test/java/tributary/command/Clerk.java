package tributary.command;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tributary.command.account.AccountResource;
import tributary.command.account.TokenResource;
import tributary.command.export.ExportResource;
import tributary.command.history.HistoryResource;
import tributary.events.AccountId;
import tributary.events.Fact;
import tributary.events.Interaction;
import tributary.events.InteractionsRecorded;
import tributary.events.Refusal;
import tributary.store.Caller;
import tributary.store.EventDatabase;
import tributary.store.Recorded;
import tributary.store.Scopes;
import tributary.store.SqliteFile;

/// A whole command side on a SQLite file, and someone who sends it things: at first the server's admin, then the
/// holder of an account's access token.
public final class Clerk implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");
    public static final AccountId ACME = new AccountId("acme");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Caller ADMIN = new Caller(null, "admin", Scopes.ALL, true);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final EventDatabase database;
    private final MockMvc web;

    private Clerk(Path folder) {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        database = EventDatabase.open(new SqliteFile(folder.resolve("events.db")), clock);
        context.registerBean(EventDatabase.class, () -> database);
        context.registerBean(Clock.class, () -> clock);
        context.register(CommandSide.class);
        context.refresh();
        web = MockMvcBuilders.standaloneSetup(
                        context.getBean(HistoryResource.class),
                        context.getBean(ExportResource.class),
                        context.getBean(AccountResource.class),
                        context.getBean(TokenResource.class))
                .setControllerAdvice(new Refusals())
                .build();
    }

    /// On a new file or on one that is there already.
    public static Clerk at(Path folder) {
        return new Clerk(folder);
    }

    /// On a new file, with the account `acme` opened.
    public static Clerk withAccount(Path folder) {
        var clerk = at(folder);
        clerk.open("acme");
        return clerk;
    }

    public Answer open(String id) {
        return ask(ADMIN, "POST", "/api/v1/accounts", "{\"name\": \"Acme\", \"id\": \"" + id + "\"}");
    }

    /// What came back.
    public record Answer(int status, JsonNode body) {
        public long accepted() {
            return body.get("accepted").longValue();
        }

        public long rejected() {
            return body.get("rejected").longValue();
        }

        /// The details of the problems, each after the number of its line.
        public List<String> problems() {
            var problems = new ArrayList<String>();
            for (var problem : body.get("problems"))
                problems.add(problem.get("line").asString() + ": "
                        + problem.get("detail").stringValue());
            return problems;
        }

        public String detail() {
            return body.get("detail").stringValue();
        }
    }

    public static Caller admin() {
        return ADMIN;
    }

    public static Caller token() {
        return token(ACME);
    }

    public static Caller token(AccountId account) {
        return new Caller(account, "access-" + account, Scopes.ALL, false);
    }

    public static Caller writeKey() {
        return new Caller(ACME, "key", Set.of(Scopes.INTERACTIONS_WRITE), false);
    }

    /// Sends lines with the access token.
    public Answer send(String... lines) {
        return sendAs(token(), lines);
    }

    public Answer sendAs(Caller caller, String... lines) {
        return post(caller, String.join("\n", lines).getBytes(StandardCharsets.UTF_8), Map.of(), "");
    }

    /// @param headers besides `Content-Type: application/x-ndjson`, or in its place
    public Answer post(Caller caller, byte[] body, Map<String, String> headers, String query) {
        var request = request(HttpMethod.POST, "/api/v1/history" + query).content(body);
        if (!headers.containsKey("Content-Type")) request.header("Content-Type", "application/x-ndjson");
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) request.header(name, value);
        });
        return perform(request, caller);
    }

    public Answer ask(Caller caller, String method, String path, String body) {
        var request = request(HttpMethod.valueOf(method), path);
        if (body != null) request.header("Content-Type", "application/json").content(body);
        return perform(request, caller);
    }

    /// The lines of an export, with the one that ends it.
    public List<String> export(Caller caller) {
        try {
            return web.perform(request(HttpMethod.GET, "/api/v1/history/export").requestAttr(Caller.ATTRIBUTE, caller))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (Exception failure) {
            throw new AssertionError("exporting failed", failure);
        }
    }

    private Answer perform(MockHttpServletRequestBuilder request, Caller caller) {
        try {
            var response = web.perform(request.requestAttr(Caller.ATTRIBUTE, caller))
                    .andReturn()
                    .getResponse();
            var text = response.getContentAsString(StandardCharsets.UTF_8);
            return new Answer(response.getStatus(), text.isEmpty() ? null : JSON.readTree(text));
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    public <B> B bean(Class<B> type) {
        return context.getBean(type);
    }

    public EventDatabase database() {
        return database;
    }

    /// Everything that is recorded after the opening of the first account.
    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        database.facts().read(2, database.facts().head(), recorded -> facts.add(recorded.fact()));
        return facts;
    }

    /// Everything that is recorded, with its position and account.
    public List<Recorded> recorded() {
        var all = new ArrayList<Recorded>();
        database.facts().read(0, database.facts().head(), all::add);
        return all;
    }

    public List<Interaction> interactions() {
        return facts().stream()
                .filter(InteractionsRecorded.class::isInstance)
                .flatMap(batch -> ((InteractionsRecorded) batch).interactions().stream())
                .toList();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    /// Gives refusals the statuses that the server gives them.
    @RestControllerAdvice
    private static final class Refusals {
        @ExceptionHandler
        ResponseEntity<Map<String, Object>> refused(Refusal refusal) {
            int status = switch (refusal) {
                case Refusal.Invalid _ -> 400;
                case Refusal.Unauthenticated _ -> 401;
                case Refusal.Forbidden _ -> 403;
                case Refusal.Unknown _ -> 404;
                case Refusal.Conflict _ -> 409;
                case Refusal.TooLarge _ -> 413;
                case Refusal.Unsupported _ -> 415;
                case Refusal.Busy _ -> 503;
            };
            var body = new java.util.HashMap<>(refusal.particulars());
            body.put("detail", refusal.detail());
            return ResponseEntity.status(status).body(body);
        }
    }
}
