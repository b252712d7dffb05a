package tributary.store;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.transaction.Transaction;

/// The transaction of a thread. Those started within it join it.
final class Writing implements Transaction {
    private static final int NO_MARK = -1;

    private final Transactions transactions;
    private final Journal journal = new Journal();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private int mark = NO_MARK;
    private int writes;
    private boolean doomed;
    private boolean ended;

    Writing(Transactions transactions) {
        this.transactions = transactions;
    }

    Journal journal() {
        return journal;
    }

    /// Something went straight to the database.
    void wrote() {
        writes++;
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void mark() {
        mark = journal.mark();
    }

    void undoToMark() {
        if (mark == NO_MARK) throw new IllegalStateException("nothing was marked in this transaction");
        journal.undoTo(mark);
    }

    Transaction nested() {
        return new Nested(journal.mark(), writes);
    }

    @Override
    public void commit() {
        if (ended) throw new IllegalStateException("the transaction has ended");
        ended = true;
        if (doomed) {
            transactions.rollback();
            throw new IllegalStateException("a part of the transaction was rolled back after it had written");
        }
        transactions.commit();
        afterCommit.forEach(Runnable::run);
    }

    @Override
    public void rollback() {
        if (ended) return;
        ended = true;
        transactions.rollback();
    }

    /// One that was started within another.
    private final class Nested implements Transaction {
        private final int journalAtStart;
        private final int writesAtStart;

        Nested(int journalAtStart, int writesAtStart) {
            this.journalAtStart = journalAtStart;
            this.writesAtStart = writesAtStart;
        }

        @Override
        public void commit() {
            // The outer one commits.
        }

        @Override
        public void rollback() {
            if (ended) return;
            journal.undoTo(journalAtStart);
            if (writes != writesAtStart) doomed = true;
        }
    }
}
