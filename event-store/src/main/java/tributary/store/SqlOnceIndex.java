package tributary.store;

import java.sql.SQLException;
import java.util.List;

/// One row for the ids of each transaction, all of them in memory too: 12 bytes an id on disk, written one after
/// the other. A row for each id would lie in hash order, so that every id of a chunk would write a page of its own.
final class SqlOnceIndex implements OnceIndex, Participant {
    /// Bytes of runs that are worth making room for at once.
    private static final long MANY = 1 << 20;

    private final Transactions transactions;
    private final OnceSet committed = new OnceSet();
    private final OnceRun added = new OnceRun();
    private final Runnable undo = added::removeLast;
    /// What was asked for last, while it is still new: it tends to be added next.
    private OnceHash foundNew;
    private long lastRun;
    /// Kept so that bringing places has an effect; without meaning.
    private int brought;

    SqlOnceIndex(Transactions transactions) {
        this.transactions = transactions;
        transactions.join(this);
    }

    @Override
    public void expect(List<OnceHash> ids) {
        transactions.present();
        for (var id : ids) if (id != null) brought += committed.bring(id.high());
    }

    @Override
    public boolean isNew(OnceHash id) {
        transactions.present();
        boolean isNew = !added.contains(id) && !committed.contains(id.high(), id.low());
        foundNew = isNew ? id : null;
        return isNew;
    }

    @Override
    public void add(OnceHash id) {
        var journal = transactions.present().journal();
        if (id != foundNew && !isNew(id)) return;
        added.add(id);
        foundNew = null;
        journal.add(undo);
    }

    @Override
    public long known() {
        return committed.size();
    }

    @Override
    public void flush(Session writer) throws SQLException {
        if (added.size() > 0)
            writer.execute("insert into once (run, hashes) values (?, ?)", lastRun + 1, added.bytes());
    }

    @Override
    public void committed() {
        foundNew = null;
        if (added.size() == 0) return;
        for (int i = 0; i < added.size(); i++) brought += committed.bring(added.high(i));
        for (int i = 0; i < added.size(); i++) committed.add(added.high(i), added.low(i));
        added.clear();
        lastRun++;
    }

    @Override
    public void rolledBack() {
        foundNew = null;
        added.clear();
    }

    /// Reads the runs that are not known here yet; at the first transaction all of them.
    @Override
    public void forget(Session writer) throws SQLException {
        long unread = writer.number(0, "select sum(length(hashes)) from once where run > ?", lastRun);
        if (unread >= MANY) committed.expect(unread / OnceHash.BYTES);
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
