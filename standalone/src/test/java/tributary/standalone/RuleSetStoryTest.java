package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;

/// A company tries other rules, likes them, switches over, and can look back.
@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleSetStoryTest {
    private static final String JSON = "application/json";
    private static final String METRICS = "/api/v1/campaigns/spring/metrics";

    /// Two views twenty minutes apart, an ad click, and a deal that is won.
    private static final String HISTORY = """
            {"type":"campaign.create","at":"2024-03-01T00:00:00Z","campaign":"spring","properties":{"hs_name":"Spring","hs_utm":"spring"}}
            {"type":"campaign.associate","at":"2024-03-01T00:00:00Z","campaign":"spring","asset":{"type":"AD_CAMPAIGN","id":"ad"}}
            {"type":"campaign.associate","at":"2024-03-01T00:00:00Z","campaign":"spring","asset":{"type":"LANDING_PAGE","id":"offer"}}
            {"type":"contact.create","at":"2024-03-01T08:00:00Z","contact":"anna","source":"API"}
            {"type":"visitor.identify","at":"2024-03-02T08:00:00Z","visitor":"v1","contact":"anna"}
            {"type":"interaction","id":"i1","at":"2024-03-02T09:00:00Z","kind":"PAGE_VIEW","visitor":"v1","asset":{"type":"LANDING_PAGE","id":"offer"}}
            {"type":"interaction","id":"i2","at":"2024-03-02T09:20:00Z","kind":"PAGE_VIEW","visitor":"v1","asset":{"type":"LANDING_PAGE","id":"offer"}}
            {"type":"contact.create","at":"2024-03-01T08:00:00Z","contact":"ben","source":"API"}
            {"type":"interaction","id":"i3","at":"2024-03-03T09:00:00Z","kind":"AD_CLICK","contact":"ben","asset":{"type":"AD_CAMPAIGN","id":"ad"}}
            {"type":"deal.create","at":"2024-03-04T09:00:00Z","deal":"big","stage":"open","amount":"1000.00","closeDate":"2024-03-10","contacts":["ben"]}
            {"type":"deal.change","at":"2024-03-10T09:00:00Z","deal":"big","stage":"closedwon"}
            """;

    @TempDir
    private Path folder;

    private Server server;
    private Client company;

    @BeforeEach
    void a_company_with_history() throws IOException {
        server = start();
        var opened = Client.withToken(server.address(), server.adminSecret())
                .ask("POST", "/api/v1/accounts", JSON, "{\"id\": \"acme\", \"name\": \"Acme\"}");
        company = Client.withToken(
                server.address(), opened.json().path("accessToken").asString());
        var taken = company.ask("POST", "/api/v1/history", "application/x-ndjson", HISTORY);
        assertThat(taken.json().path("rejected").asInt()).as(taken.text()).isZero();
    }

    @AfterEach
    void the_server_ends() {
        server.close();
    }

    private Server start() {
        return Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve("data"), null, null));
    }

    @Test
    void other_rules_are_tried_beside_the_old_switched_to_and_kept_over_a_restart() throws IOException {
        var made = put("short", """
                {"base":"2023-09","sessionGapMinutes":10,"adsInfluence":true,
                 "models":{"ENDS":{"kind":"MILESTONES","first":500,"close":500}}}""");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().path("parameters").path("sessionGapMinutes").asInt())
                .isEqualTo(10);

        assertThat(metrics("").path("sessions").asInt()).isEqualTo(1);
        assertThat(metrics("").path("influencedContacts").asInt()).isEqualTo(1);
        var tried = metrics("?ruleSet=short&model=ENDS");
        assertThat(tried.path("ruleSet").asString()).isEqualTo("short");
        assertThat(tried.path("sessions").asInt()).isEqualTo(2);
        assertThat(tried.path("influencedContacts").asInt()).isEqualTo(2);
        assertThat(tried.path("attributedRevenue").asString()).isEqualTo("1000.00");

        assertTheAdMakesTheDifference();

        var begun = company.ask("POST", "/api/v1/rule-sets/short/activate", JSON, "");
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        var ended = ended(begun.json().path("id").asString());
        assertThat(ended.path("state").asString()).isEqualTo("COMPLETE");
        assertThat(ended.path("differences").isEmpty()).isTrue();
        assertSwitched();

        server.close();
        server = start();
        company = Client.withToken(
                server.address(), company.header("Authorization").substring("Bearer ".length()));
        assertSwitched();
    }

    private void assertTheAdMakesTheDifference() throws IOException {
        var compared = company.get("/api/v1/rule-sets/2023-09/compare/short?campaign=spring")
                .json();
        var influenced = compared.path("contacts").path("influencedContacts");
        assertThat(influenced.path("entered").asInt()).isEqualTo(1);
        var move = influenced.path("moves").get(0);
        assertThat(move.path("contact").asString()).isEqualTo("ben");
        assertThat(move.path("decided").path("rule").asString()).isEqualTo("INFL-2");
        assertThat(move.path("decided").path("act").path("kind").asString()).isEqualTo("AD_CLICK");
        var closed = compared.path("deals").path("closedDeals").path("moves").get(0);
        assertThat(closed.path("deal").asString()).isEqualTo("big");
        assertThat(closed.path("move").asString()).isEqualTo("ENTERED");
        var metrics = compared.path("campaigns").get(0).path("metrics");
        assertThat(metrics.path("sessions").path("difference").asInt()).isEqualTo(1);
        assertThat(metrics.path("influencedRevenue").path("difference").asString())
                .isEqualTo("1000.00");
    }

    private void assertSwitched() throws IOException {
        assertThat(metrics("").path("ruleSet").asString()).isEqualTo("short");
        assertThat(metrics("").path("sessions").asInt()).isEqualTo(2);
        assertThat(metrics("?ruleSet=2023-09").path("sessions").asInt()).isEqualTo(1);
        assertThat(company.get("/api/v1/account").json().path("ruleSet").asString())
                .isEqualTo("short");
        assertThat(company.get("/api/v1/rule-sets/short").json().path("active").asBoolean())
                .isTrue();
    }

    @Test
    void a_name_is_given_once_and_wrong_wishes_say_what_would_do() throws IOException {
        assertThat(put("short", "{\"base\":\"2023-09\"}").status()).isEqualTo(201);

        for (var used : new String[] {"short", "2023-09", "2024-11"}) {
            var again = put(used, "{\"base\":\"2023-09\"}");
            assertThat(again.status()).as(again.text()).isEqualTo(409);
            assertThat(again.json().path("detail").asString()).contains("expected another name");
        }
        var wrong = put("other", "{\"base\":\"2023-09\",\"dealOrder\":\"LATER\"}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("detail").asString())
                .isEqualTo("dealOrder is \"LATER\"; expected BEFORE_WIN or UP_TO_WIN");
        assertThat(wrong.json().path("parameter").asString()).isEqualTo("dealOrder");
        var named = put("no%20id", "{\"base\":\"2023-09\"}");
        assertThat(named.status()).as(named.text()).isEqualTo(400);
        assertThat(company.ask("POST", "/api/v1/rule-sets/other/activate", JSON, "")
                        .status())
                .isEqualTo(404);
        assertThat(company.get("/api/v1/rule-sets").json().path("ruleSets").size())
                .isEqualTo(3);
    }

    @Test
    void an_account_may_choose_a_rule_set_of_its_own_by_a_change_of_settings() throws IOException {
        put("short", "{\"base\":\"2023-09\",\"sessionGapMinutes\":10}");
        assertThat(company.ask("PATCH", "/api/v1/account", JSON, "{\"ruleSet\":\"longer\"}")
                        .json()
                        .path("detail")
                        .asString())
                .contains("expected one of 2023-09, 2024-11, short");
        assertThat(company.ask("PATCH", "/api/v1/account", JSON, "{\"ruleSet\":\"short\"}")
                        .status())
                .isEqualTo(200);
        assertThat(metrics("").path("sessions").asInt()).isEqualTo(2);
    }

    private Client.Answer put(String name, String body) throws IOException {
        return company.ask("PUT", "/api/v1/rule-sets/" + name, JSON, body);
    }

    private JsonNode metrics(String query) throws IOException {
        return company.get(METRICS + query).json();
    }

    private JsonNode ended(String replay) throws IOException {
        for (var i = 0; i < 1_000; i++) {
            var state = company.get("/api/v1/replays/" + replay).json();
            if (!state.path("state").asString().equals("RUNNING")) return state;
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("the replay does not end");
    }
}
