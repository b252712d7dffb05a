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
import tributary.store.Caller;
import tributary.store.Scopes;

/// Tokens over HTTP (api.md section 2).
@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenResourceTest {
    private static final String TOKENS = "/api/v1/tokens";

    @TempDir
    private Path folder;

    private Clerk clerk;

    @BeforeEach
    void open() {
        clerk = Clerk.withAccount(folder);
    }

    @AfterEach
    void close() {
        clerk.close();
    }

    private Answer issue(String body) {
        return clerk.ask(Clerk.token(), "POST", TOKENS, body.replace('\'', '"'));
    }

    @Test
    void a_token_is_issued_with_its_scopes_and_shown_once() {
        var answer = issue("{'name':'site','scopes':['interactions.write'],'expiresAt':'2025-01-01T00:00:00Z'}");

        assertThat(answer.status()).isEqualTo(201);
        var secret = answer.body().get("token").stringValue();
        assertThat(clerk.database().tokens().find(secret).orElseThrow().scopes())
                .containsExactly(Scopes.INTERACTIONS_WRITE);
        var listed = clerk.ask(Clerk.token(), "GET", TOKENS, null).body();
        assertThat(listed.findValuesAsString("name")).contains("access token", "write key", "site");
        assertThat(listed.findValuesAsString("id"))
                .contains(answer.body().get("id").stringValue());
        assertThat(listed.toString()).doesNotContain(secret).contains("2025-01-01T00:00:00Z");
    }

    @Test
    void a_revoked_token_is_known_no_more() {
        var issued = issue("{'name':'site','scopes':['interactions.write']}").body();
        var path = TOKENS + "/" + issued.get("id").stringValue();

        assertThat(clerk.ask(Clerk.token(), "DELETE", path, null).status()).isEqualTo(204);
        assertThat(clerk.database().tokens().find(issued.get("token").stringValue()))
                .isEmpty();
        assertThat(clerk.ask(Clerk.token(), "DELETE", path, null).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'scopes':['rules.write']}                                          | name is missing",
                "{'name':'n'}                                                        | scopes is missing; expected some of account.admin",
                "{'name':'n','scopes':[]}                                            | scopes is empty",
                "{'name':'n','scopes':['everything']}                                | scopes is \"everything\"",
                "{'name':'n','scopes':['rules.write'],'expiresAt':'2020-01-01T00:00:00Z'} | still to come",
                "{'name':'n','scopes':['rules.write'],'expiresAt':'soon'}            | expected an instant"
            })
    void wrong_wishes_are_refused(String body, String told) {
        var answer = issue(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains(told);
    }

    @Test
    void tokens_are_the_business_of_those_who_may_administer_the_account() {
        var caller = new Caller(Clerk.ACME, "t", Set.of(Scopes.HISTORY_WRITE), false);

        assertThat(clerk.ask(caller, "GET", TOKENS, null).status()).isEqualTo(403);
        assertThat(clerk.ask(caller, "POST", TOKENS, "{}").status()).isEqualTo(403);
        assertThat(clerk.ask(caller, "DELETE", TOKENS + "/x", null).status()).isEqualTo(403);
    }
}
