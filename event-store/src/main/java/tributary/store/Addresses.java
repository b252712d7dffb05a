package tributary.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tributary.events.AccountId;
import tributary.events.ContactId;

/// Table of the addresses that are held, and by whom.
final class Addresses extends WriteBehind<Addresses.Key, ContactId> {
    private static final int CACHED = 200_000;
    private static final Session.Wanted WANTED =
            new Session.Wanted("hash, contact", "addresses where account = ?", "hash");

    record Key(AccountId account, AddressHash hash) {
        @Override
        public int hashCode() {
            return hash.hashCode();
        }

        private byte[] bytes() {
            var bytes = new byte[AddressHash.BYTES];
            hash.put(bytes, 0);
            return bytes;
        }
    }

    Addresses(Transactions transactions) {
        super(transactions, CACHED);
    }

    @Override
    ContactId load(Session session, Key key) throws SQLException {
        return session.first(
                row -> new ContactId(row.getString(1)),
                "select contact from addresses where account = ? and hash = ?",
                key.account().value(),
                key.bytes());
    }

    /// @param keys of one account
    void expect(Collection<Key> keys) {
        expect(keys, Addresses::loadAll);
    }

    private static Map<Key, ContactId> loadAll(Session session, List<Key> keys) throws SQLException {
        var account = keys.getFirst().account();
        var rows = session.all(
                row -> Map.entry(new Key(account, AddressHash.of(row.getBytes(1), 0)), new ContactId(row.getString(2))),
                WANTED,
                keys.stream().map(Key::bytes).toList(),
                account.value());
        return rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    void save(Session writer, Key key, ContactId contact) throws SQLException {
        writer.add("""
                insert into addresses (account, hash, contact) values (?, ?, ?)
                on conflict (account, hash) do update set contact = excluded.contact""", key.account().value(), key.bytes(), contact.value());
    }

    @Override
    void delete(Session writer, Key key) throws SQLException {
        writer.add(
                "delete from addresses where account = ? and hash = ?",
                key.account().value(),
                key.bytes());
    }
}
