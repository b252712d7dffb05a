package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tributary.events.Refusal;

abstract class TokensContract extends StoreContract {
    private static final Set<String> WRITE_KEY = Set.of(Scopes.INTERACTIONS_WRITE);

    @Test
    void a_secret_tells_the_account_the_source_and_the_scopes() {
        var issued = db.tokens().issue(ACME, "shop", WRITE_KEY, null);
        reopen();

        assertThat(db.tokens().find(issued.secret())).contains(new Caller(ACME, issued.id(), WRITE_KEY, false));
        assertThat(db.tokens().find(issued.secret() + "x")).isEmpty();
        assertThat(db.tokens().find("")).isEmpty();
    }

    @Test
    void secrets_are_long_and_different_and_not_shown_by_accident() {
        var first = db.tokens().issue(ACME, "shop", WRITE_KEY, null);
        var second = db.tokens().issue(ACME, "shop", WRITE_KEY, null);

        assertThat(first.secret()).hasSizeGreaterThan(43).isNotEqualTo(second.secret());
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(first.toString()).doesNotContain(first.secret());
    }

    @Test
    void an_expired_token_is_nobodys() {
        var issued = db.tokens().issue(ACME, "shop", WRITE_KEY, now.plusSeconds(60));

        now = now.plusSeconds(59);
        assertThat(db.tokens().find(issued.secret())).isPresent();
        now = now.plusSeconds(1);
        assertThat(db.tokens().find(issued.secret())).isEmpty();
    }

    @Test
    void a_revoked_token_is_nobodys_at_once() {
        var issued = db.tokens().issue(ACME, "shop", WRITE_KEY, null);
        assertThat(db.tokens().find(issued.secret())).isPresent();

        assertThat(db.tokens().revoke(OTHER, issued.id())).isFalse();
        assertThat(db.tokens().find(issued.secret())).isPresent();
        assertThat(db.tokens().revoke(ACME, issued.id())).isTrue();
        assertThat(db.tokens().find(issued.secret())).isEmpty();
        assertThat(db.tokens().revoke(ACME, issued.id())).isFalse();
        assertThat(db.tokens().list(ACME)).isEmpty();
    }

    @Test
    void the_list_tells_all_but_the_secret() {
        var until = now.plusSeconds(60);
        var first = db.tokens().issue(ACME, "shop", WRITE_KEY, null);
        db.tokens().issue(OTHER, "theirs", WRITE_KEY, null);
        now = now.plusSeconds(1);
        var second = db.tokens().issue(ACME, "all", Scopes.ALL, until);

        assertThat(db.tokens().list(ACME))
                .containsExactly(
                        new TokenInfo(first.id(), "shop", WRITE_KEY, now.minusSeconds(1), null),
                        new TokenInfo(second.id(), "all", Scopes.ALL, now, until));
    }

    @Test
    void a_token_issued_in_a_transaction_that_is_rolled_back_was_never_issued() {
        var issued = new Issued[1];
        abandon(() -> issued[0] = db.tokens().issue(ACME, "shop", WRITE_KEY, null));

        assertThat(db.tokens().find(issued[0].secret())).isEmpty();
    }

    @Test
    void a_missing_scope_is_named_and_the_admin_lacks_none() {
        assertThatThrownBy(() -> new Caller(ACME, "t", WRITE_KEY, false).require(Scopes.HISTORY_WRITE))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("history.write");
        new Caller(ACME, "t", WRITE_KEY, false).require(Scopes.INTERACTIONS_WRITE);
        new Caller(null, "admin", Set.of(), true).require(Scopes.HISTORY_WRITE);
    }
}
