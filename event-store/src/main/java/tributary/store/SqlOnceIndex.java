package tributary.store;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import tributary.events.AccountId;

/// One row for the ids of each transaction, all of them in memory too: 12 bytes an id on disk, written one after
/// the other. A row for each id would lie in hash order, so that every id of a chunk would write a page of its own.
final class SqlOnceIndex implements OnceIndex, Participant {
    private final Transactions transactions;
    private final OnceHash.Maker hashes = new OnceHash.Maker();
    private final OnceSet committed = new OnceSet();
    private final Set<OnceHash> added = new LinkedHashSet<>();
    private long lastRun;

    SqlOnceIndex(Transactions transactions) {
        this.transactions = transactions;
        transactions.join(this);
    }

    @Override
    public boolean isNew(AccountId account, String source, String id) {
        transactions.present();
        return isNew(hashes.of(account, source, id));
    }

    @Override
    public void add(AccountId account, String source, String id) {
        var journal = transactions.present().journal();
        var hash = hashes.of(account, source, id);
        if (!isNew(hash)) return;
        added.add(hash);
        journal.add(() -> added.remove(hash));
    }

    private boolean isNew(OnceHash hash) {
        return !added.contains(hash) && !committed.contains(hash.high(), hash.low());
    }

    @Override
    public void flush(Session writer) throws SQLException {
        if (added.isEmpty()) return;
        var bytes = new byte[added.size() * OnceHash.BYTES];
        int at = 0;
        for (var hash : added) {
            BigEndian.putLong(bytes, at, hash.high());
            BigEndian.putInt(bytes, at + Long.BYTES, hash.low());
            at += OnceHash.BYTES;
        }
        writer.execute("insert into once (run, hashes) values (?, ?)", lastRun + 1, bytes);
    }

    @Override
    public void committed() {
        if (added.isEmpty()) return;
        for (var hash : added) committed.add(hash.high(), hash.low());
        added.clear();
        lastRun++;
    }

    @Override
    public void rolledBack() {
        added.clear();
    }

    /// Reads the runs that are not known here yet; at the first transaction all of them.
    @Override
    public void forget(Session writer) throws SQLException {
        var statement = writer.statement("select run, hashes from once where run > ? order by run");
        statement.setLong(1, lastRun);
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                var bytes = rows.getBytes(2);
                for (int at = 0; at < bytes.length; at += OnceHash.BYTES)
                    committed.add(BigEndian.getLong(bytes, at), BigEndian.getInt(bytes, at + Long.BYTES));
                lastRun = rows.getLong(1);
            }
        }
    }
}
