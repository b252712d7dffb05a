package tributary.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import tributary.events.AccountId;
import tributary.events.ContactEvent;
import tributary.events.ContactId;
import tributary.events.InteractionsRecorded;
import tributary.events.Sealed;

/// Reads a whole store back: whether every fact can be read, positions and sequences have no gaps, and the tables that
/// were written beside the facts say what the facts say. Nothing is changed; others may read and write meanwhile.
///
/// Memory grows with the ids in the once index (some 20 bytes each) and with the addresses (some 60 bytes each).
final class StoreCheck {
    /// So many problems are told; all are counted.
    private static final int TOLD = 100;

    /// So often tables are looked at again while others write.
    private static final int ATTEMPTS = 5;

    private static final String ADDRESS = "email";

    private final Transactions transactions;
    private final Facts facts;
    private final Vault vault;
    private final AddressHasher hasher;
    private final Map<String, Long> looked = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();
    private long found;

    private final Set<AccountId> accounts = new HashSet<>();
    private final OnceSet once = new OnceSet();
    private final Set<AddressHash> given = new HashSet<>();
    private final Map<ContactKey, List<ContactId>> absorbed = new HashMap<>();
    private final Set<ContactKey> erased = new HashSet<>();
    /// Whose key is missing, by where that was seen first; only of the erased may it be.
    private final Map<ContactKey, Long> keyless = new LinkedHashMap<>();

    private long lastRun;
    private Instant lastRecordedAt = Instant.MIN;

    StoreCheck(Transactions transactions, Facts facts, Vault vault, AddressHasher hasher) {
        this.transactions = transactions;
        this.facts = facts;
        this.vault = vault;
        this.hasher = hasher;
    }

    /// @param progress is told of positions that were read
    Checked check(LongConsumer progress) {
        long head = facts.head();
        checkPositions(head);
        checkSequences();
        readFacts(0, head, progress);
        checkTables(head);
        return new Checked(head, looked, found, told);
    }

    private void problem(String what) {
        found++;
        if (told.size() < TOLD) told.add(what);
    }

    private void count(String what, long more) {
        looked.merge(what, more, Long::sum);
    }

    private void each(String sql, Row row) {
        transactions.read(session -> {
            try (var rows = session.statement(sql).executeQuery()) {
                while (rows.next()) row.take(rows);
            }
            return null;
        });
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void readAccounts() {
        each("select account from accounts", row -> accounts.add(new AccountId(row.getString(1))));
        looked.put("accounts", (long) accounts.size());
    }

    /// Reads the runs that are not known here yet.
    private void readOnceIndex() {
        each("select run, hashes from once where run > " + lastRun + " order by run", row -> {
            lastRun = row.getLong(1);
            var bytes = row.getBytes(2);
            if (bytes.length % OnceHash.BYTES != 0)
                problem("run " + row.getLong(1) + " of the once index has " + bytes.length + " bytes, no whole ids");
            for (int at = 0; at + OnceHash.BYTES <= bytes.length; at += OnceHash.BYTES) {
                long high = BigEndian.getLong(bytes, at);
                int low = BigEndian.getInt(bytes, at + Long.BYTES);
                if (once.contains(high, low)) problem("run " + row.getLong(1) + " of the once index repeats an id");
                once.add(high, low);
            }
            count("ids in the once index", bytes.length / OnceHash.BYTES);
        });
    }

    private void checkPositions(long head) {
        long rows = transactions.read(
                session -> session.number(0, "select count(*) from events where position between 1 and ?", head));
        if (rows != head) problem("of the positions 1 to " + head + " there are only " + rows);
        count("positions", rows);
    }

    private void checkSequences() {
        each("select count(distinct aggregate) from events", row -> count("aggregates", row.getLong(1)));
        each(
                """
                select aggregate, count(*), min(sequence), max(sequence) from events where aggregate is not null
                group by aggregate having min(sequence) <> 0 or max(sequence) <> count(*) - 1""",
                row -> problem("the aggregate " + row.getString(1) + " has " + row.getLong(2)
                        + " facts, but its sequence goes from " + row.getLong(3) + " to " + row.getLong(4)));
    }

    /// A fact that cannot be read is told, and the others are read all the same.
    private void readFacts(long after, long head, LongConsumer progress) {
        readAccounts();
        readOnceIndex();
        long from = after;
        while (from < head) {
            try {
                facts.read(from, head, recorded -> {
                    check(recorded);
                    progress.accept(recorded.position());
                });
                return;
            } catch (UnreadableFactException unreadable) {
                problem(unreadable.getMessage());
                from = unreadable.position();
            }
        }
    }

    private void check(Recorded recorded) {
        count("facts", 1);
        if (recorded.recordedAt().isBefore(lastRecordedAt))
            problem("the fact at position " + recorded.position() + " was recorded before the one in front of it");
        lastRecordedAt = recorded.recordedAt();
        if (!accounts.contains(recorded.account()))
            problem("the fact at position " + recorded.position() + " is of account " + recorded.account()
                    + ", which is not in the table of accounts");
        switch (recorded.fact()) {
            case InteractionsRecorded batch -> check(batch, recorded);
            case ContactEvent event -> check(event, recorded);
            default -> {}
        }
    }

    private void check(InteractionsRecorded batch, Recorded recorded) {
        count("interactions", batch.interactions().size());
        var hashes = new OnceHash.Maker(recorded.account(), batch.source());
        int line = 0;
        for (var act : batch.interactions()) {
            if (act.line() != null) {
                var hash = hashes.of(act.line());
                if (!once.contains(hash.high(), hash.low()))
                    problem("the id of interaction " + line + " at position " + recorded.position()
                            + " is not in the once index");
            }
            line++;
        }
    }

    private void check(ContactEvent event, Recorded recorded) {
        var key = new ContactKey(recorded.account(), event.contact());
        switch (event) {
            case ContactEvent.ContactCreated created -> begun(key, created.personal(), recorded);
            case ContactEvent.ContactDiscovered discovered -> begun(key, discovered.personal(), recorded);
            case ContactEvent.ContactChanged changed -> opened(key, changed.personal(), recorded);
            case ContactEvent.ContactsMerged merged -> {
                absorbed.computeIfAbsent(key, _ -> new ArrayList<>()).add(merged.merged());
                var gone = new ContactKey(recorded.account(), merged.merged());
                var entry = entry(gone);
                if (entry == null || !merged.contact().equals(entry.survivor()))
                    problem("contact " + merged.merged() + " went up in contact " + merged.contact() + " at position "
                            + recorded.position() + ", but the table of contacts says otherwise");
            }
            case ContactEvent.ContactErased _ -> erase(key);
            case ContactEvent.VisitorIdentified _, ContactEvent.ContactDeleted _, ContactEvent.ContactRestored _ -> {}
        }
    }

    private void begun(ContactKey key, Sealed personal, Recorded recorded) {
        count("contacts", 1);
        if (entry(key) == null)
            problem("contact " + key.contact() + " of position " + recorded.position()
                    + " is not in the table of contacts");
        opened(key, personal, recorded);
    }

    private Contacts.Entry entry(ContactKey key) {
        return transactions.read(session -> Contacts.read(session, key));
    }

    private void opened(ContactKey key, Sealed personal, Recorded recorded) {
        if (personal == null) return;
        try {
            var opened = vault.open(key.account(), key.contact(), personal);
            count(opened.isPresent() ? "personal data opened" : "personal data without a key", 1);
            opened.map(properties -> properties.get(ADDRESS))
                    .filter(address -> !address.isEmpty())
                    .ifPresent(address -> given.add(hasher.hash(key.account(), address)));
            if (opened.isEmpty()) keyless.putIfAbsent(key, recorded.position());
        } catch (RuntimeException wrong) {
            problem("what is sealed at position " + recorded.position() + " cannot be opened: " + wrong.getMessage());
        }
    }

    private void erase(ContactKey key) {
        erased.add(key);
        for (var gone : absorbed.getOrDefault(key, List.of())) erase(new ContactKey(key.account(), gone));
    }

    /// Tables are as they are now, and somebody may have written since the facts were read: those are read too, and
    /// wrong is what stays wrong.
    private void checkTables(long head) {
        Set<String> last = null;
        long upTo = head;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var wrong = new LinkedHashSet<String>();
            checkKeys(wrong);
            checkAddresses(wrong);
            if (last != null) wrong.retainAll(last);
            last = wrong;
            long now = facts.head();
            if (wrong.isEmpty() || now == upTo) break;
            readFacts(upTo, now, _ -> {});
            upTo = now;
        }
        last.forEach(this::problem);
    }

    private void checkKeys(Set<String> wrong) {
        keyless.forEach((key, position) -> {
            if (!erased.contains(key))
                wrong.add("the key of contact " + key.contact() + " is missing, whose data is sealed at position "
                        + position + ", and the contact was not erased");
        });
        looked.remove("keys");
        each("select account, contact, secret from contact_keys", row -> {
            var key = new ContactKey(new AccountId(row.getString(1)), new ContactId(row.getString(2)));
            int length = row.getBytes(3).length;
            count("keys", 1);
            if (length != 0 && length != Seal.KEY_BYTES)
                wrong.add("the key of contact " + key.contact() + " has " + length + " bytes");
            if (length != 0 && erased.contains(key))
                wrong.add("contact " + key.contact() + " was erased, and its key is still there");
        });
    }

    private void checkAddresses(Set<String> wrong) {
        looked.remove("addresses");
        each("select account, hash, contact from addresses", row -> {
            count("addresses", 1);
            var hash = AddressHash.of(row.getBytes(2), 0);
            var key = new ContactKey(new AccountId(row.getString(1)), new ContactId(row.getString(3)));
            var entry = entry(key);
            if (entry == null || entry.survivor() != null || !entry.addresses().contains(hash))
                wrong.add(
                        "contact " + key.contact() + " holds an address of which the table of contacts does not know");
            else if (!given.contains(hash))
                wrong.add("contact " + key.contact() + " holds an address that no fact gave to anybody");
        });
    }
}
