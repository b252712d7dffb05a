package tributary.command.export;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.command.Clerk.ACME;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.command.Clerk;
import tributary.events.AccountId;
import tributary.store.Caller;
import tributary.store.Scopes;

/// What was exported and imported into an empty account are the same facts, as far as they may still be read.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportTest {
    private static final List<String> OF_EVERY_TYPE = List.of(
            """
            {"type":"account.change","at":"2023-01-01T00:00:00Z","timeZone":"Europe/Amsterdam","siteDomains":["example.com","example.org"],"interactionTypes":["CALL","MEETING"]}""",
            """
            {"type":"account.change","at":"2022-01-01T00:00:00Z","timeZone":"UTC","emailBotFilter":false}""",
            """
            {"type":"pipeline.define","at":"2023-01-01T00:00:00Z","pipeline":"partners","label":"","stages":[{"id":"talk","probability":0.25},{"id":"won","label":"Won","isClosed":true,"probability":1.0}]}""",
            """
            {"type":"rate.set","at":"2023-01-01T00:00:00Z","currency":"USD","rate":"0.9250","since":"2023-01-01"}""",
            """
            {"type":"asset.describe","at":"2023-01-02T00:00:00Z","asset":{"type":"WEB_INTERACTIVE","id":"cta"},"name":"Größe","hasForm":true}""",
            """
            {"type":"asset.describe","at":"2023-01-02T00:00:00Z","asset":{"type":"OBJECT_LIST","id":"list"},"listType":"DYNAMIC"}""",
            """
            {"type":"asset.describe","at":"2023-01-02T00:00:00Z","asset":{"type":"LANDING_PAGE","id":"offer"},"url":"https://example.com/offer"}""",
            """
            {"type":"campaign.create","at":"2023-01-03T00:00:00.123456Z","campaign":"spring","name":"Spring \\"23\\"","utm":"spring","startDate":"2023-03-01","endDate":"2023-05-31","goals":{"sessions":"100"},"properties":{"hs_owner":"17","colour":"green"}}""",
            """
            {"type":"campaign.change","at":"2023-01-04T00:00:00Z","campaign":"spring","utm":null,"endDate":null,"goals":{"sessions":null,"closedDeals":2},"properties":{"colour":null}}""",
            """
            {"type":"campaign.change","at":"2023-01-04T00:00:00Z","campaign":"spring","properties":{"hs_start_date":"soon"}}""",
            """
            {"type":"campaign.associate","at":"2023-01-05T00:00:00Z","campaign":"spring","asset":{"type":"KEYWORD","id":"running shoes"}}""",
            """
            {"type":"campaign.dissociate","at":"2023-01-06T00:00:00Z","campaign":"spring","asset":{"type":"FORM","id":"never"}}""",
            """
            {"type":"budget.set","at":"2023-01-07T00:00:00Z","campaign":"spring","item":"ads","name":"Ads","amount":"1000.50","order":2,"description":""}""",
            """
            {"type":"spend.set","at":"2023-01-07T00:00:00Z","campaign":"spring","item":"ads"}""",
            """
            {"type":"budget.remove","at":"2023-01-08T00:00:00Z","campaign":"spring","item":"ads"}""",
            """
            {"type":"spend.remove","at":"2023-01-08T00:00:00Z","campaign":"spring","item":"ads"}""",
            """
            {"type":"campaign.create","at":"2023-01-03T00:00:00Z","campaign":"gone","name":"Gone"}""",
            """
            {"type":"campaign.delete","at":"2023-01-09T00:00:00Z","campaign":"gone"}""",
            """
            {"type":"contact.create","at":"2023-02-01T00:00:00Z","contact":"17","email":"anna@example.com","source":"MANUAL","lifecycleStage":"lead","properties":{"firstname":"Anna","shoe":"42"}}""",
            """
            {"type":"contact.create","at":"2023-02-01T00:00:00Z","contact":"18"}""",
            """
            {"type":"contact.change","at":"2023-02-02T00:00:00Z","contact":"17","email":"anne@example.com","lifecycleStage":null,"properties":{"shoe":null}}""",
            """
            {"type":"contact.change","at":"2023-02-02T00:00:00Z","contact":"18","source":"API"}""",
            """
            {"type":"contact.change","at":"2023-02-03T00:00:00Z","contact":"17","email":null}""",
            """
            {"type":"visitor.identify","at":"2023-02-04T00:00:00Z","visitor":"v1","email":"bob@example.com"}""",
            """
            {"type":"visitor.identify","at":"2023-02-05T00:00:00Z","visitor":"v2","contact":"17"}""",
            """
            {"type":"interaction","id":"a1","at":"2023-02-06T00:00:00Z","kind":"FORM_SUBMISSION","visitor":"v3","email":"cleo@example.com","asset":{"type":"FORM","id":"f"},"page":{"type":"LANDING_PAGE","id":"offer"},"url":"https://example.com/offer?a=ü","title":"Hello, \\u2028 world"}""",
            """
            {"type":"interaction","at":"2023-02-06T00:00:00Z","kind":"PAGE_VIEW","visitor":"v3","referrer":"https://www.google.com/","keyword":"shoes","origin":{"type":"AD","asset":{"type":"AD_CAMPAIGN","id":"ad"}},"bot":"SCANNER"}""",
            """
            {"type":"interaction","id":"a2","at":"2023-02-07T00:00:00Z","kind":"CALL","contact":"email:cleo@example.com"}""",
            """
            {"type":"interaction","id":"a3","at":"2023-02-07T00:00:00Z","kind":"MEETING","email":"bob@example.com"}""",
            """
            {"type":"contact.merge","at":"2023-02-08T00:00:00Z","primary":"17","merged":"18"}""",
            """
            {"type":"contact.delete","at":"2023-02-09T00:00:00Z","contact":"17"}""",
            """
            {"type":"contact.restore","at":"2023-02-10T00:00:00Z","contact":"17"}""",
            """
            {"type":"deal.create","at":"2023-03-01T00:00:00Z","deal":"d1","name":"Big","amount":"10.50","currency":"USD","pipeline":"partners","stage":"talk","closeDate":"2023-04-01","contacts":["17","email:bob@example.com"]}""",
            """
            {"type":"deal.create","at":"2023-03-01T00:00:00Z","deal":"d2","stage":"open"}""",
            """
            {"type":"deal.change","at":"2023-03-02T00:00:00Z","deal":"d1","stage":"won","amount":null,"closeDate":"2023-04-02T10:00:00+02:00"}""",
            """
            {"type":"deal.change","at":"2023-03-02T00:00:00Z","deal":"d2","pipeline":"partners","stage":"talk","name":""}""",
            """
            {"type":"deal.associate","at":"2023-03-03T00:00:00Z","deal":"d2","contact":"17"}""",
            """
            {"type":"deal.dissociate","at":"2023-03-04T00:00:00Z","deal":"d2","contact":"17"}""",
            """
            {"type":"deal.delete","at":"2023-03-05T00:00:00Z","deal":"d2"}""",
            """
            {"type":"deal.restore","at":"2023-03-06T00:00:00Z","deal":"d2"}""",
            """
            {"type":"deal.merge","at":"2023-03-07T00:00:00Z","primary":"d1","merged":"d2"}""");

    @TempDir
    private Path folder;

    private Clerk clerk;
    private Clerk other;

    @BeforeEach
    void an_account_and_an_empty_one() {
        clerk = Clerk.withAccount(folder.resolve("full"));
        other = Clerk.withAccount(folder.resolve("empty"));
    }

    @AfterEach
    void close() {
        clerk.close();
        other.close();
    }

    private void takes(String... lines) {
        var answer = clerk.send(lines);
        assertThat(answer.problems()).isEmpty();
    }

    /// The lines alone; the end is checked.
    private static List<String> exported(Clerk clerk) {
        var lines = clerk.export(Clerk.token());
        assertThat(lines.getLast()).isEqualTo("{\"type\":\"export.end\",\"lines\":" + (lines.size() - 1) + "}");
        return lines.subList(0, lines.size() - 1);
    }

    private List<String> imported() {
        var lines = exported(clerk);
        assertThat(other.send(lines.toArray(String[]::new)).problems()).isEmpty();
        return lines;
    }

    /// By families, since the interactions of a chunk stand behind its other facts.
    private static List<String> business(List<String> lines) {
        return lines.stream().filter(line -> !isAct(line)).toList();
    }

    private static List<String> acts(List<String> lines) {
        return lines.stream().filter(ExportTest::isAct).toList();
    }

    private static boolean isAct(String line) {
        return line.startsWith("{\"type\":\"interaction\"");
    }

    @Test
    void every_fact_comes_back_as_it_was() {
        takes(OF_EVERY_TYPE.toArray(String[]::new));
        imported();
        assertThat(other.interactions())
                .usingRecursiveComparison()
                .ignoringFields("line")
                .isEqualTo(clerk.interactions());
        var lines = exported(clerk);
        assertThat(business(exported(other))).isEqualTo(business(lines));
        assertThat(acts(exported(other))).isEqualTo(acts(lines));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .contains("\"contact\":\"17\"")
                        .contains("\"email\":\"anna@example.com\"")
                        .contains("\"firstname\":\"Anna\""));
    }

    @Test
    void an_account_is_what_it_is_at_present() {
        takes(OF_EVERY_TYPE.toArray(String[]::new));
        imported();
        var settings = other.ask(Clerk.token(), "GET", "/api/v1/account", null).body();
        assertThat(settings)
                .isEqualTo(
                        clerk.ask(Clerk.token(), "GET", "/api/v1/account", null).body());
        assertThat(settings.path("timeZone").asString()).isEqualTo("Europe/Amsterdam");
        assertThat(settings.path("emailBotFilter").asBoolean()).isFalse();
    }

    @Test
    void what_was_erased_does_not_go_out_and_what_happened_does() {
        takes(OF_EVERY_TYPE.toArray(String[]::new));
        takes(
                "{\"type\":\"contact.erase\",\"at\":\"2023-06-01T00:00:00Z\",\"contact\":\"17\"}",
                "{\"type\":\"contact.erase\",\"at\":\"2023-06-01T00:00:00Z\",\"contact\":\"email:cleo@example.com\"}");
        var lines = imported();
        assertThat(lines)
                .noneMatch(line -> line.contains("anna@")
                        || line.contains("anne@")
                        || line.contains("cleo@")
                        || line.contains("Anna"));
        assertThat(lines).anyMatch(line -> line.contains("bob@example.com"));
        assertThat(other.interactions())
                .usingRecursiveComparison()
                .ignoringFields("line")
                .isEqualTo(clerk.interactions());
        assertThat(business(exported(other))).isEqualTo(business(lines));
    }

    @Test
    void contacts_that_acts_brought_keep_their_ids_and_new_ones_get_others() {
        takes(view("\"email\":\"a@example.com\""), view("\"email\":\"b@example.com\""));
        imported();
        assertThat(other.send(view("\"email\":\"c@example.com\"")).problems()).isEmpty();
        var contacts =
                other.interactions().stream().map(act -> act.contact().value()).toList();
        assertThat(contacts.subList(0, 2))
                .isEqualTo(clerk.interactions().stream()
                        .map(act -> act.contact().value())
                        .toList());
        assertThat(contacts).doesNotHaveDuplicates();
        assertThat(other.send(view("\"contact\":\"email:b@example.com\"")).problems())
                .isEmpty();
        assertThat(other.interactions().getLast().contact().value()).isEqualTo(contacts.get(1));
    }

    @Test
    void equal_ids_of_different_senders_stay_different_acts() {
        takes(view("\"id\":\"1\",\"visitor\":\"v\""));
        clerk.sendAs(Clerk.writeKey(), view("\"id\":\"1\",\"visitor\":\"w\""));
        takes(view("\"visitor\":\"x\""), view("\"visitor\":\"x\""));
        imported();
        assertThat(other.interactions()).extracting(act -> act.visitor()).containsExactly("v", "w", "x", "x");
        assertThat(exported(other)).isEqualTo(exported(clerk));
        assertThat(other.send(exported(clerk).toArray(String[]::new)).rejected())
                .isZero();
        assertThat(other.interactions()).hasSize(4);
    }

    @Test
    void other_accounts_stay_out_of_it() {
        clerk.open("other");
        takes(view("\"visitor\":\"mine\""));
        var caller = Clerk.token(new AccountId("other"));
        clerk.sendAs(caller, view("\"visitor\":\"theirs\""));
        assertThat(exported(clerk)).noneMatch(line -> line.contains("theirs")).anyMatch(line -> line.contains("mine"));
    }

    @Test
    void only_who_may_do_everything_in_the_account_gets_it() {
        var scopes = new HashSet<>(Scopes.ALL);
        scopes.remove(Scopes.ACCOUNT_ADMIN);
        var caller = new Caller(ACME, "some", Set.copyOf(scopes), false);
        assertThat(clerk.ask(caller, "GET", "/api/v1/history/export", null).detail())
                .contains("account.admin");
    }

    private static String view(String who) {
        return "{\"type\":\"interaction\",\"kind\":\"CALL\",\"at\":\"2023-02-06T00:00:00Z\"," + who + "}";
    }
}
