package tributary.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tributary.events.AccountId;
import tributary.events.Refusal;

/// A secret of 256 random bits needs no salt and no slow hash. A token revoked by another process may be taken for
/// up to [#FRESH] more. While the database is away, tokens that were good before are taken, so that reports go on;
/// nothing can be recorded then.
final class SqlTokens implements Tokens {
    private static final Duration FRESH = Duration.ofMillis(250);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 10_000;
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 8;

    private final Transactions transactions;
    private final Clock clock;
    private final SecureRandom random;
    private final Cache<Key, Seen> known =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    SqlTokens(Transactions transactions, Clock clock, SecureRandom random) {
        this.transactions = transactions;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Issued issue(AccountId account, String name, Set<String> scopes, Instant expiresAt) {
        var secret = "trb_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random(SECRET_BYTES));
        var id = HexFormat.of().formatHex(random(ID_BYTES));
        transactions.write(session -> session.execute(
                """
                insert into tokens (hash, id, account, name, scopes, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                hash(secret),
                id,
                account.value(),
                name,
                String.join(" ", scopes.stream().sorted().toList()),
                Micros.of(clock.instant()),
                expiresAt == null ? null : Micros.of(expiresAt)));
        return new Issued(id, secret);
    }

    @Override
    public Optional<Caller> find(String secret) {
        var hash = hash(secret);
        var found = transactions.within() ? load(hash) : seen(new Key(hash)).token();
        return found.filter(token -> !token.expiredAt(clock.instant())).map(Known::caller);
    }

    private Seen seen(Key key) {
        var before = known.getIfPresent(key);
        if (before != null && before.isFresh()) return before;
        try {
            var now = new Seen(load(key.hash()), System.nanoTime());
            known.put(key, now);
            return now;
        } catch (Refusal.Busy away) {
            if (before != null && before.token().isPresent()) return before;
            throw away;
        }
    }

    private Optional<Known> load(byte[] hash) {
        return Optional.ofNullable(transactions.read(session -> session.first(
                        SqlTokens::known,
                        "select hash, id, account, scopes, expires_at from tokens where hash = ?",
                        hash)))
                .filter(token -> MessageDigest.isEqual(token.hash(), hash));
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getBytes(1),
                new Caller(new AccountId(row.getString(3)), row.getString(2), scopes(row.getString(4)), false),
                instant(row, 5));
    }

    @Override
    public List<TokenInfo> list(AccountId account) {
        return transactions.read(session -> {
            var statement = session.statement("""
                    select id, name, scopes, created_at, expires_at from tokens
                    where account = ? order by created_at, id""");
            statement.setString(1, account.value());
            var tokens = new ArrayList<TokenInfo>();
            try (var rows = statement.executeQuery()) {
                while (rows.next())
                    tokens.add(new TokenInfo(
                            rows.getString(1),
                            rows.getString(2),
                            scopes(rows.getString(3)),
                            instant(rows, 4),
                            instant(rows, 5)));
            }
            return List.copyOf(tokens);
        });
    }

    @Override
    public boolean revoke(AccountId account, String id) {
        return transactions.fetchInTransaction(() -> {
            int deleted = transactions.write(
                    session -> session.execute("delete from tokens where account = ? and id = ?", account.value(), id));
            transactions.present().afterCommit(known::invalidateAll);
            return deleted > 0;
        });
    }

    private static Set<String> scopes(String joined) {
        return joined.isEmpty() ? Set.of() : Set.of(joined.split(" "));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : Micros.instant(micros);
    }

    private byte[] random(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    /// @param expiresAt `null` for never
    private record Known(byte[] hash, Caller caller, Instant expiresAt) {
        boolean expiredAt(Instant now) {
            return expiresAt != null && !now.isBefore(expiresAt);
        }
    }

    /// @param at by the monotonic clock
    private record Seen(Optional<Known> token, long at) {
        boolean isFresh() {
            return System.nanoTime() - at < FRESH.toNanos();
        }
    }

    private record Key(byte[] hash) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && MessageDigest.isEqual(hash, key.hash);
        }

        @Override
        public int hashCode() {
            return BigEndian.getInt(hash, 0);
        }
    }
}
