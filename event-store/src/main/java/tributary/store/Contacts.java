package tributary.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tributary.events.ContactId;

/// Table of the contacts that were ever registered.
final class Contacts extends WriteBehind<ContactKey, Contacts.Entry> {
    private static final int CACHED = 200_000;
    private static final Session.Wanted WANTED =
            new Session.Wanted("survivor, addresses, contact", "contacts where account = ?", "contact");

    /// @param survivor who stands for it after a merge, or `null`
    /// @param addresses those it holds, or held until it was deleted
    record Entry(ContactId survivor, List<AddressHash> addresses) {
        static final Entry NEW = new Entry(null, List.of());

        Entry {
            addresses = List.copyOf(addresses);
        }

        Entry with(AddressHash address) {
            if (addresses.contains(address)) return this;
            var more = new ArrayList<>(addresses);
            more.add(address);
            return new Entry(survivor, more);
        }

        Entry without(AddressHash address) {
            var fewer = new ArrayList<>(addresses);
            fewer.remove(address);
            return new Entry(survivor, fewer);
        }
    }

    Contacts(Transactions transactions) {
        super(transactions, CACHED);
    }

    @Override
    Entry load(Session session, ContactKey key) throws SQLException {
        return read(session, key);
    }

    /// @return `null` if there is no such contact
    static Entry read(Session session, ContactKey key) throws SQLException {
        return session.first(
                Contacts::entry,
                "select survivor, addresses from contacts where account = ? and contact = ?",
                key.account().value(),
                key.contact().value());
    }

    /// @param keys of one account
    void expect(Collection<ContactKey> keys) {
        expect(keys, Contacts::loadAll);
    }

    private static Map<ContactKey, Entry> loadAll(Session session, List<ContactKey> keys) throws SQLException {
        var account = keys.getFirst().account();
        var rows = session.all(
                row -> Map.entry(new ContactKey(account, new ContactId(row.getString(3))), entry(row)),
                WANTED,
                keys.stream().map(key -> key.contact().value()).toList(),
                account.value());
        return rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var survivor = row.getString(1);
        var bytes = row.getBytes(2);
        var addresses = new ArrayList<AddressHash>();
        for (int at = 0; at < bytes.length; at += AddressHash.BYTES) addresses.add(AddressHash.of(bytes, at));
        return new Entry(survivor == null ? null : new ContactId(survivor), addresses);
    }

    @Override
    void save(Session writer, ContactKey key, Entry entry) throws SQLException {
        var bytes = new byte[entry.addresses().size() * AddressHash.BYTES];
        for (int i = 0; i < entry.addresses().size(); i++)
            entry.addresses().get(i).put(bytes, i * AddressHash.BYTES);
        writer.add(
                """
                insert into contacts (account, contact, survivor, addresses) values (?, ?, ?, ?)
                on conflict (account, contact) do update
                    set survivor = excluded.survivor, addresses = excluded.addresses""",
                key.account().value(),
                key.contact().value(),
                entry.survivor() == null ? null : entry.survivor().value(),
                bytes);
    }

    @Override
    void delete(Session writer, ContactKey key) throws SQLException {
        writer.add(
                "delete from contacts where account = ? and contact = ?",
                key.account().value(),
                key.contact().value());
    }
}
