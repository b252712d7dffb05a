package tributary.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tributary.events.AccountId;
import tributary.events.ContactId;

/// Two tables that know of each other: who holds an address, and which addresses a contact has.
final class SqlIdentities implements Identities {
    /// Ids minted here are larger than those that people or other systems tend to give, so that an import seldom
    /// finds its ids taken.
    private static final long FIRST_MINTED = 1_000_000_000_001L;

    private final Transactions transactions;
    private final AddressHasher hasher;
    private final Addresses addresses;
    private final Contacts contacts;
    private final ContactIds ids;
    private final ContactSecrets secrets;

    SqlIdentities(Transactions transactions, AddressHasher hasher, ContactSecrets secrets) {
        this.transactions = transactions;
        this.hasher = hasher;
        this.addresses = new Addresses(transactions);
        this.contacts = new Contacts(transactions);
        this.ids = new ContactIds(transactions);
        this.secrets = secrets;
    }

    @Override
    public boolean exists(AccountId account, ContactId contact) {
        return contacts.get(new ContactKey(account, contact)).isPresent();
    }

    @Override
    public ContactId survivor(AccountId account, ContactId contact) {
        var survivor = contact;
        for (var next = merged(account, survivor); next != null; next = merged(account, survivor)) survivor = next;
        return survivor;
    }

    private ContactId merged(AccountId account, ContactId contact) {
        return contacts.get(new ContactKey(account, contact))
                .map(Contacts.Entry::survivor)
                .orElse(null);
    }

    @Override
    public Optional<ContactId> holder(AccountId account, String address) {
        return addresses.get(key(account, address));
    }

    @Override
    public void expect(AccountId account, Collection<String> addresses, Collection<ContactId> contacts) {
        var held = addresses.stream().map(address -> key(account, address)).toList();
        this.addresses.expect(held);
        long free =
                held.stream().filter(key -> this.addresses.get(key).isEmpty()).count();
        expect(Stream.concat(contacts.stream(), nextToMint(account, free))
                .map(contact -> new ContactKey(account, contact))
                .toList());
    }

    /// Whoever holds a free address will be given one of these ids.
    private Stream<ContactId> nextToMint(AccountId account, long count) {
        long next = next(account);
        return LongStream.range(next, next + count).mapToObj(SqlIdentities::minted);
    }

    /// Whoever is not there yet will be made, and given a key.
    private void expect(List<ContactKey> keys) {
        contacts.expect(keys);
        secrets.expect(keys.stream().filter(key -> contacts.get(key).isEmpty()).toList());
    }

    @Override
    public void register(AccountId account, ContactId contact) {
        transactions.present();
        if (!exists(account, contact)) contacts.put(new ContactKey(account, contact), Contacts.Entry.NEW);
    }

    @Override
    public void hold(AccountId account, String address, ContactId contact) {
        transactions.present();
        var entry = entry(account, contact);
        var key = key(account, address);
        var holder = addresses.get(key);
        if (holder.isPresent() && !holder.get().equals(contact))
            throw new IllegalStateException("contact " + holder.get() + " holds the address");
        if (holder.isEmpty()) addresses.put(key, contact);
        contacts.put(new ContactKey(account, contact), entry.with(key.hash()));
    }

    @Override
    public void release(AccountId account, String address) {
        transactions.present();
        var key = key(account, address);
        addresses.get(key).ifPresent(holder -> {
            addresses.remove(key);
            contacts.put(new ContactKey(account, holder), entry(account, holder).without(key.hash()));
        });
    }

    @Override
    public void releaseAll(AccountId account, ContactId contact) {
        transactions.present();
        for (var hash : entry(account, contact).addresses()) {
            var key = new Addresses.Key(account, hash);
            if (addresses.get(key).filter(contact::equals).isPresent()) addresses.remove(key);
        }
    }

    @Override
    public boolean reclaimAll(AccountId account, ContactId contact) {
        transactions.present();
        boolean all = true;
        for (var hash : entry(account, contact).addresses()) {
            var key = new Addresses.Key(account, hash);
            var holder = addresses.get(key);
            if (holder.isEmpty()) {
                addresses.put(key, contact);
            } else if (!holder.get().equals(contact)) {
                all = false;
                contacts.put(
                        new ContactKey(account, contact),
                        entry(account, contact).without(hash));
            }
        }
        return all;
    }

    @Override
    public void forgetAll(AccountId account, ContactId contact) {
        releaseAll(account, contact);
        contacts.put(
                new ContactKey(account, contact),
                new Contacts.Entry(entry(account, contact).survivor(), Contacts.Entry.NEW.addresses()));
    }

    @Override
    public void merged(AccountId account, ContactId primary, ContactId merged) {
        transactions.present();
        if (primary.equals(merged)) throw new IllegalStateException("a contact cannot be merged into itself");
        var survivor = entry(account, primary);
        for (var hash : entry(account, merged).addresses()) {
            var key = new Addresses.Key(account, hash);
            if (addresses.get(key).filter(merged::equals).isEmpty()) continue;
            addresses.put(key, primary);
            survivor = survivor.with(hash);
        }
        contacts.put(new ContactKey(account, primary), survivor);
        contacts.put(new ContactKey(account, merged), new Contacts.Entry(primary, Contacts.Entry.NEW.addresses()));
    }

    @Override
    public ContactId mint(AccountId account) {
        transactions.present();
        long next = next(account);
        // After an import of contacts with ids from here, a long row of them may be taken: by leaps the end is near.
        for (long leap = 1; exists(account, minted(next)); leap *= 2) next += leap;
        ids.put(account, next);
        return minted(next);
    }

    private long next(AccountId account) {
        return ids.get(account).map(last -> last + 1).orElse(FIRST_MINTED);
    }

    private static ContactId minted(long number) {
        return new ContactId(Long.toString(number));
    }

    @Override
    public void mark() {
        transactions.present().mark();
    }

    @Override
    public void undoToMark() {
        transactions.present().undoToMark();
    }

    private Addresses.Key key(AccountId account, String address) {
        return new Addresses.Key(account, hasher.hash(account, address));
    }

    private Contacts.Entry entry(AccountId account, ContactId contact) {
        return contacts.get(new ContactKey(account, contact))
                .orElseThrow(() -> new IllegalStateException("contact " + contact + " is not registered"));
    }
}
