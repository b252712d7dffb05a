package tributary.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tributary.events.ContactId;

/// Table of the contacts' keys. A row without bytes says that the key was forgotten.
final class ContactSecrets extends WriteBehind<ContactKey, byte[]> {
    private static final int CACHED = 50_000;
    private static final Session.Wanted WANTED =
            new Session.Wanted("secret, contact", "contact_keys where account = ?", "contact");

    ContactSecrets(Transactions transactions) {
        super(transactions, CACHED);
    }

    @Override
    byte[] load(Session session, ContactKey key) throws SQLException {
        return session.first(
                row -> row.getBytes(1),
                "select secret from contact_keys where account = ? and contact = ?",
                key.account().value(),
                key.contact().value());
    }

    /// @param keys of one account
    void expect(Collection<ContactKey> keys) {
        expect(keys, ContactSecrets::loadAll);
    }

    private static Map<ContactKey, byte[]> loadAll(Session session, List<ContactKey> keys) throws SQLException {
        var account = keys.getFirst().account();
        var rows = session.all(
                row -> Map.entry(new ContactKey(account, new ContactId(row.getString(2))), row.getBytes(1)),
                WANTED,
                keys.stream().map(key -> key.contact().value()).toList(),
                account.value());
        return rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    void save(Session writer, ContactKey key, byte[] secret) throws SQLException {
        writer.add("""
                insert into contact_keys (account, contact, secret) values (?, ?, ?)
                on conflict (account, contact) do update set secret = excluded.secret""", key.account().value(), key.contact().value(), secret);
    }

    @Override
    void delete(Session writer, ContactKey key) throws SQLException {
        writer.add(
                "delete from contact_keys where account = ? and contact = ?",
                key.account().value(),
                key.contact().value());
    }
}
