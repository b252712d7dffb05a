package tributary.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tributary.command.Clerk;
import tributary.command.Clerk.Answer;
import tributary.events.AccountId;
import tributary.store.Caller;
import tributary.store.Scopes;

/// Accounts over HTTP (api.md section 2).
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountResourceTest {
    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String ACCOUNT = "/api/v1/account";

    @TempDir
    private Path folder;

    private Clerk clerk;

    @BeforeEach
    void open() {
        clerk = Clerk.at(folder);
    }

    @AfterEach
    void close() {
        clerk.close();
    }

    private Answer openAccount(String body) {
        return clerk.ask(Clerk.admin(), "POST", ACCOUNTS, body.replace('\'', '"'));
    }

    private static Caller tokenOf(Answer opened) {
        return Clerk.token(new AccountId(opened.body().get("id").stringValue()));
    }

    @Test
    void an_account_opens_with_defaults_and_two_secrets() {
        var answer = openAccount("{'name':'Acme'}");

        assertThat(answer.status()).isEqualTo(201);
        var account = answer.body();
        assertThat(account.get("id").stringValue()).matches("[0-9a-f-]{36}");
        assertThat(account.get("name").stringValue()).isEqualTo("Acme");
        assertThat(account.get("timeZone").stringValue()).isEqualTo("UTC");
        assertThat(account.get("currency").stringValue()).isEqualTo("EUR");
        assertThat(account.get("tier").stringValue()).isEqualTo("ALL");
        assertThat(account.get("weekStart").stringValue()).isEqualTo("SUNDAY");
        assertThat(account.get("emailBotFilter").booleanValue()).isTrue();
        assertThat(account.get("siteDomains").isEmpty()).isTrue();
        assertThat(account.get("interactionTypes").isNull()).isTrue();
        assertThat(account.get("ruleSet").stringValue()).isEqualTo("2023-09");
        var access = clerk.database()
                .tokens()
                .find(account.get("accessToken").stringValue())
                .orElseThrow();
        assertThat(access.account().value()).isEqualTo(account.get("id").stringValue());
        assertThat(access.scopes()).isEqualTo(Scopes.ALL);
        var key = clerk.database()
                .tokens()
                .find(account.get("writeKey").stringValue())
                .orElseThrow();
        assertThat(key.scopes()).containsExactly(Scopes.INTERACTIONS_WRITE);
    }

    @Test
    void what_was_said_when_opening_is_shown_again() {
        var opened = openAccount("{'name':'Acme','id':'acme','timeZone':'Europe/Amsterdam','currency':'JPY',"
                + "'tier':'ENTERPRISE','weekStart':'MONDAY','emailBotFilter':false,"
                + "'siteDomains':['example.com','shop.example.org'],'interactionTypes':['PAGE_VIEW','CALL'],"
                + "'ruleSet':'2024-11'}");

        var shown = clerk.ask(tokenOf(opened), "GET", ACCOUNT, null);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body().toString())
                .isEqualTo(("{'id':'acme','name':'Acme','timeZone':'Europe/Amsterdam','currency':'JPY',"
                                + "'tier':'ENTERPRISE','weekStart':'MONDAY','emailBotFilter':false,"
                                + "'siteDomains':['example.com','shop.example.org'],"
                                + "'interactionTypes':['PAGE_VIEW','CALL'],'ruleSet':'2024-11'}")
                        .replace('\'', '"'));
    }

    @Test
    void an_id_is_used_once() {
        openAccount("{'name':'Acme','id':'acme'}");

        var answer = openAccount("{'name':'Other','id':'acme'}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).contains("account acme exists");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                               | name is missing",
                "[]                               | the body is not an object",
                "{'name':7}                       | name is number; expected a text",
                "{'name':'A','id':'a b'}          | id is \"a b\"; expected 1 to 64 characters",
                "{'name':'A','timeZone':'Mars'}   | expected an IANA time zone",
                "{'name':'A','currency':'EURO'}   | expected an ISO 4217 code",
                "{'name':'A','tier':'FREE'}       | expected one of ALL, PROFESSIONAL, ENTERPRISE",
                "{'name':'A','ruleSet':'1999'}    | expected one of 2023-09, 2024-11",
                "{'name':'A','siteDomains':'x'}   | siteDomains is a text; expected a list of texts"
            })
    void wrong_settings_are_refused_and_open_nothing(String body, String told) {
        var answer = openAccount(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains(told);
        assertThat(clerk.recorded()).isEmpty();
    }

    @Test
    void settings_change_and_unsaid_ones_stay() {
        var token = tokenOf(openAccount("{'name':'Acme','tier':'ENTERPRISE'}"));

        var answer = clerk.ask(token, "PATCH", ACCOUNT, "{\"currency\": \"USD\", \"interactionTypes\": null}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("currency").stringValue()).isEqualTo("USD");
        assertThat(answer.body().get("tier").stringValue()).isEqualTo("ENTERPRISE");
    }

    @Test // D-13
    void a_setting_changed_by_a_line_of_the_past_replaces_the_opening_one() {
        var token = tokenOf(openAccount("{'name':'Acme'}"));

        clerk.sendAs(token, "{\"type\":\"account.change\",\"at\":\"2023-01-01T00:00:00Z\",\"tier\":\"PROFESSIONAL\"}");

        assertThat(clerk.ask(token, "GET", ACCOUNT, null).body().get("tier").stringValue())
                .isEqualTo("PROFESSIONAL");
    }

    @Test
    void only_the_admin_opens_and_lists_accounts() {
        var token = tokenOf(openAccount("{'name':'Acme'}"));

        assertThat(clerk.ask(token, "POST", ACCOUNTS, "{}").status()).isEqualTo(403);
        assertThat(clerk.ask(token, "GET", ACCOUNTS, null).status()).isEqualTo(403);
    }

    @Test
    void the_admin_sees_all_accounts() {
        openAccount("{'name':'Acme','id':'acme'}");
        openAccount("{'name':'Beta','id':'beta'}");

        var answer = clerk.ask(Clerk.admin(), "GET", ACCOUNTS, null);

        assertThat(answer.body().get("accounts").findValuesAsString("id")).containsExactly("acme", "beta");
    }

    @Test
    void settings_change_only_with_their_scope() {
        openAccount("{'name':'Acme','id':'acme'}");
        var reader = new Caller(Clerk.ACME, "t", Set.of(Scopes.CAMPAIGNS_READ), false);

        assertThat(clerk.ask(reader, "PATCH", ACCOUNT, "{}").status()).isEqualTo(403);
        assertThat(clerk.ask(reader, "GET", ACCOUNT, null).status()).isEqualTo(200);
    }
}
