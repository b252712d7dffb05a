package tributary.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tributary.events.AccountId;

/// Table `replays`. Who holds one is decided by who changes its row first; no clock is compared with another.
final class SqlAskedReplays implements AskedReplays {
    private static final String COLUMNS =
            "select id, account, kind, rule_set, source, asked_at, attempts, holder, beats, unwanted, ended, told"
                    + " from replays where ";

    private final Transactions transactions;

    SqlAskedReplays(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<String> remember(AskedReplay asked) {
        return Optional.ofNullable(transactions.write(session -> {
            var account = asked.account().value();
            var open = session.first(
                    row -> row.getString(1), "select id from replays where account = ? and ended = 0", account);
            if (open != null) return open;
            session.execute("""
                    delete from replays where account = ? and number not in
                        (select number from replays where account = ? order by number desc limit ?)""", account, account, REMEMBERED - 1);
            insert(session, asked);
            return null;
        }));
    }

    private static void insert(Session session, AskedReplay asked) throws SQLException {
        session.execute(
                """
                insert into replays
                    (number, id, account, kind, rule_set, source, asked_at, attempts, holder, beats, unwanted, ended, told)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?)""",
                session.number(0, "select max(number) from replays") + 1,
                asked.id(),
                asked.account().value(),
                asked.kind(),
                asked.ruleSet().orElse(null),
                asked.source(),
                Micros.of(asked.askedAt()),
                asked.attempts(),
                asked.holder().orElse(null),
                asked.told());
    }

    @Override
    public Optional<AskedReplay> find(AccountId account, String id) {
        return Optional.ofNullable(transactions.read(session ->
                session.first(SqlAskedReplays::asked, COLUMNS + "account = ? and id = ?", account.value(), id)));
    }

    @Override
    public List<AskedReplay> of(AccountId account) {
        return transactions.read(session -> {
            var statement = session.statement(COLUMNS + "account = ? order by number desc");
            statement.setString(1, account.value());
            return all(statement.executeQuery());
        });
    }

    @Override
    public List<AskedReplay> open() {
        return transactions.read(session ->
                all(session.statement(COLUMNS + "ended = 0 order by number").executeQuery()));
    }

    private static List<AskedReplay> all(ResultSet rows) throws SQLException {
        try (rows) {
            var all = new ArrayList<AskedReplay>();
            while (rows.next()) all.add(asked(rows));
            return List.copyOf(all);
        }
    }

    private static AskedReplay asked(ResultSet row) throws SQLException {
        return new AskedReplay(
                row.getString(1),
                new AccountId(row.getString(2)),
                row.getString(3),
                Optional.ofNullable(row.getString(4)),
                row.getString(5),
                Micros.instant(row.getLong(6)),
                row.getInt(7),
                Optional.ofNullable(row.getString(8)),
                row.getLong(9),
                row.getInt(10) != 0,
                row.getInt(11) != 0,
                row.getString(12));
    }

    @Override
    public boolean takeUp(String id, long beats, String holder) {
        return changed("""
                update replays set holder = ?, beats = beats + 1
                where id = ? and beats = ? and ended = 0""", holder, id, beats);
    }

    @Override
    public boolean keep(String id, String holder, int attempts, boolean ended, String told) {
        return changed("""
                update replays set attempts = ?, ended = ?, told = ?, beats = beats + 1
                where id = ? and holder = ? and ended = 0""", attempts, ended ? 1 : 0, told, id, holder);
    }

    @Override
    public void leave(String id, String holder, int attempts) {
        changed("""
                update replays set attempts = ?, holder = null, beats = beats + 1
                where id = ? and holder = ? and ended = 0""", attempts, id, holder);
    }

    @Override
    public void unwant(AccountId account, String id) {
        changed("update replays set unwanted = 1 where account = ? and id = ? and ended = 0", account.value(), id);
    }

    private boolean changed(String sql, Object... parameters) {
        return transactions.write(session -> session.execute(sql, parameters)) > 0;
    }
}
