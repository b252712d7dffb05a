package tributary.query;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.UnsupportedEncodingException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import tools.jackson.databind.json.JsonMapper;
import tributary.events.AccountEvent;
import tributary.events.AccountId;
import tributary.events.ContactEvent;
import tributary.events.ContactId;
import tributary.events.Fact;
import tributary.events.Refusal;
import tributary.events.Sealed;
import tributary.query.rules.RuleDecisions;
import tributary.store.Caller;
import tributary.store.EventDatabase;
import tributary.store.FactMetadata;
import tributary.store.Scopes;
import tributary.store.StoreLocation;

/// The whole query side over a ledger of its own: facts are recorded, reports asked for by their paths.
public final class Office implements AutoCloseable {
    public static final AccountId ACCOUNT = new AccountId("acme");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final EventDatabase database;
    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private final MockMvc http;
    private final Map<String, Long> sequences = new HashMap<>();
    private Instant now;

    @EnableWebMvc
    static class Web {}

    /// @param today noon of the day it is
    public Office(Path folder, String today) {
        now = Instant.parse(today + "T12:00:00Z");
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        database = EventDatabase.open(StoreLocation.parse("sqlite:" + folder.resolve("events.db")), clock);
        context.setServletContext(new MockServletContext());
        context.addBeanFactoryPostProcessor(beans -> {
            beans.registerSingleton("clock", clock);
            beans.registerSingleton("eventDatabase", database);
            beans.registerSingleton("ruleDecisions", new Recorder());
        });
        context.register(Web.class, QuerySide.class);
        context.refresh();
        http = MockMvcBuilders.webAppContextSetup(context).build();
    }

    /// Records what is decided about rule sets, whatever the name.
    private final class Recorder implements RuleDecisions {
        @Override
        public void define(Caller caller, String name, String base, Map<String, Object> parameters) {
            record(new AccountEvent.RuleSetDefined(ACCOUNT, name, base, parameters, Instant.EPOCH));
        }

        @Override
        public void activate(Caller caller, String name) {
            record(new AccountEvent.AccountChanged(ACCOUNT, Map.of("ruleSet", name), Instant.EPOCH));
        }
    }

    /// Lets time pass; says when it was before.
    public Instant pass(Duration span) {
        var before = now;
        now = now.plus(span);
        return before;
    }

    /// Records facts, all at once.
    public Office record(Fact... facts) {
        var messages = new ArrayList<EventMessage<?>>();
        for (var fact : facts) messages.add(message(fact));
        database.transactions().executeInTransaction(() -> database.engine().appendEvents(messages));
        return this;
    }

    private EventMessage<?> message(Fact fact) {
        var metadata = Map.of(FactMetadata.ACCOUNT, ACCOUNT.value());
        if (!(fact instanceof ContactEvent event)) return new GenericEventMessage<>(fact, metadata);
        var aggregate = ACCOUNT + "/contact/" + event.contact();
        var sequence = sequences.merge(aggregate, 1L, Long::sum) - 1;
        return new GenericDomainEventMessage<>("Contact", aggregate, sequence, fact, metadata);
    }

    /// Makes a contact known who holds an address, without any fact.
    public Office knows(ContactId contact, String address) {
        return identify(() -> {
            database.identities().register(ACCOUNT, contact);
            database.identities().hold(ACCOUNT, address, contact);
        });
    }

    /// Frees a contact's addresses.
    public Office frees(ContactId contact) {
        return identify(() -> database.identities().releaseAll(ACCOUNT, contact));
    }

    public Office merges(ContactId primary, ContactId merged) {
        return identify(() -> database.identities().merged(ACCOUNT, primary, merged));
    }

    private Office identify(Runnable change) {
        database.transactions().executeInTransaction(change);
        return this;
    }

    public Sealed seals(ContactId contact, Map<String, String> personal) {
        var sealed = new ArrayList<Sealed>();
        database.transactions()
                .executeInTransaction(() -> sealed.add(database.vault().seal(ACCOUNT, contact, personal)));
        return sealed.getFirst();
    }

    /// The answer to a question, as JSON.
    @SuppressWarnings("unchecked")
    public Map<String, Object> answer(String path, Object... variables) {
        return JSON.readValue(body(ask(Scopes.ALL, path, variables)), Map.class);
    }

    /// The objects of a list in the answer to a question.
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> list(String name, String path, Object... variables) {
        return (List<Map<String, Object>>) answer(path, variables).get(name);
    }

    /// What is answered to someone who has these scopes only, whatever its status.
    public MockHttpServletResponse ask(Set<String> scopes, String path, Object... variables) {
        return perform(scopes, get(path, variables), path);
    }

    /// What is answered to a request that wants something done.
    @SuppressWarnings("unchecked")
    public Map<String, Object> want(Set<String> scopes, String method, String path, String body) {
        var request = request(HttpMethod.valueOf(method), path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return JSON.readValue(body(perform(scopes, request, path)), Map.class);
    }

    private MockHttpServletResponse perform(Set<String> scopes, MockHttpServletRequestBuilder request, String path) {
        try {
            return http.perform(request.requestAttr(Caller.ATTRIBUTE, new Caller(ACCOUNT, "token", scopes, false)))
                    .andReturn()
                    .getResponse();
        } catch (Exception failure) {
            if (failure.getCause() instanceof Refusal refusal) throw refusal;
            throw new IllegalStateException(path, failure);
        }
    }

    public static String body(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
