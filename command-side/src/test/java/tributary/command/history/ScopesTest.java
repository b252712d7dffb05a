package tributary.command.history;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.command.history.BadLinesTest.quoted;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.command.Clerk;
import tributary.store.Caller;
import tributary.store.Scopes;

/// Who may send what.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScopesTest {
    private static final String ACT = quoted("{'type':'interaction','kind':'PAGE_VIEW','visitor':'v'}");
    private static final String IDENTIFY = quoted("{'type':'visitor.identify','visitor':'v','email':'x@example.com'}");
    private static final String CREATE = quoted("{'type':'contact.create','contact':'anna'}");

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

    @Test // D-51
    void a_write_key_sends_interactions_and_identifications_and_its_other_lines_are_refused() {
        var answer = clerk.sendAs(Clerk.writeKey(), ACT, CREATE, IDENTIFY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.accepted()).isEqualTo(2);
        assertThat(answer.problems()).containsExactly("2: this needs the scope history.write");
    }

    @Test
    void a_token_with_the_scope_for_history_sends_every_line() {
        var caller = new Caller(Clerk.ACME, "t", Set.of(Scopes.HISTORY_WRITE), false);

        assertThat(clerk.sendAs(caller, ACT, CREATE, IDENTIFY).accepted()).isEqualTo(3);
    }

    @Test
    void a_token_with_neither_scope_sends_nothing() {
        var caller = new Caller(Clerk.ACME, "t", Set.of(Scopes.CAMPAIGNS_READ), false);

        var answer = clerk.sendAs(caller, ACT);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.detail()).isEqualTo("this needs the scope history.write");
        assertThat(clerk.facts()).isEmpty();
    }

    @Test
    void the_admin_sends_lines_in_an_account_that_it_names() {
        var admin = new Caller(Clerk.ACME, "admin", Scopes.ALL, true);

        assertThat(clerk.sendAs(admin, ACT, CREATE).accepted()).isEqualTo(2);
    }
}
