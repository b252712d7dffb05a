package tributary.store;

import java.sql.SQLException;
import tributary.events.AccountId;

/// Table of the last contact id that was minted in each account.
final class ContactIds extends WriteBehind<AccountId, Long> {
    private static final int CACHED = 1_000;

    ContactIds(Transactions transactions) {
        super(transactions, CACHED);
    }

    @Override
    Long load(Session session, AccountId account) throws SQLException {
        return session.first(row -> row.getLong(1), "select last from contact_ids where account = ?", account.value());
    }

    @Override
    void save(Session writer, AccountId account, Long last) throws SQLException {
        writer.add("""
                insert into contact_ids (account, last) values (?, ?)
                on conflict (account) do update set last = excluded.last""", account.value(), last);
    }

    @Override
    void delete(Session writer, AccountId account) throws SQLException {
        writer.add("delete from contact_ids where account = ?", account.value());
    }
}
