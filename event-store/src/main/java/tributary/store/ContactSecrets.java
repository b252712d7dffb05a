package tributary.store;

import java.sql.SQLException;

/// Table of the contacts' keys. A row without bytes says that the key was forgotten.
final class ContactSecrets extends WriteBehind<ContactKey, byte[]> {
    private static final int CACHED = 50_000;

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
