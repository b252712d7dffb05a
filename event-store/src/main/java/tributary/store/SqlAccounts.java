package tributary.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tributary.events.AccountId;

/// Table of the accounts and the position of the first fact of each.
final class SqlAccounts extends WriteBehind<AccountId, Long> implements Accounts {
    private static final int CACHED = 10_000;

    private final Transactions transactions;

    SqlAccounts(Transactions transactions) {
        super(transactions, CACHED);
        this.transactions = transactions;
    }

    /// A fact of the account is recorded in this transaction.
    void met(AccountId account, long position) {
        if (get(account).isEmpty()) put(account, position);
    }

    @Override
    public List<AccountId> all() {
        return transactions.read(session -> {
            var accounts = new ArrayList<AccountId>();
            try (var rows = session.statement("select account from accounts order by since")
                    .executeQuery()) {
                while (rows.next()) accounts.add(new AccountId(rows.getString(1)));
            }
            return List.copyOf(accounts);
        });
    }

    @Override
    public boolean exists(AccountId account) {
        return get(account).isPresent();
    }

    @Override
    public long firstPosition(AccountId account) {
        return get(account).orElseThrow();
    }

    @Override
    Long load(Session session, AccountId account) throws SQLException {
        return session.first(row -> row.getLong(1), "select since from accounts where account = ?", account.value());
    }

    @Override
    void save(Session writer, AccountId account, Long since) throws SQLException {
        writer.add("insert into accounts (account, since) values (?, ?)", account.value(), since);
    }

    @Override
    void delete(Session writer, AccountId account) throws SQLException {
        writer.add("delete from accounts where account = ?", account.value());
    }
}
