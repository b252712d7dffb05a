package tributary.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tributary.events.AccountId;

/// Access tokens and write keys: 256 random bits each, kept only as SHA-256 hashes. Changes join the transaction of
/// this thread, if there is one, and are transactions of their own otherwise.
public interface Tokens {
    /// @param expiresAt `null` for never
    Issued issue(AccountId account, String name, Set<String> scopes, Instant expiresAt);

    /// Who calls with this secret; empty if the token is unknown, revoked or expired.
    Optional<Caller> find(String secret);

    /// Those not revoked, oldest first.
    List<TokenInfo> list(AccountId account);

    /// @return whether there was such a token
    boolean revoke(AccountId account, String id);
}
