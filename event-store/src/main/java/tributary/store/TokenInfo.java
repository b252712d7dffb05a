package tributary.store;

import java.time.Instant;
import java.util.Set;

/// What may be told of a token.
///
/// @param expiresAt `null` if it never does
public record TokenInfo(String id, String name, Set<String> scopes, Instant createdAt, Instant expiresAt) {
    public TokenInfo {
        scopes = Set.copyOf(scopes);
    }
}
