package tributary.store;

import java.nio.file.Path;
import java.util.List;

/// A PostgreSQL server of a test's own: `postgresql://USER:PASSWORD@HOST:PORT/DATABASE`. It does not run as root, so
/// the way to the folder must be open to others.
public final class PostgresServer extends ScriptedServer {
    private PostgresServer() {
        super("postgres", "postgres.sh", "immediate");
    }

    public static PostgresServer start() {
        return new PostgresServer();
    }

    /// All that `pg_dump` tells of its database.
    public String dump() {
        return output("dump", List.of(Path.of(run("programs"), "pg_dump").toString(), "--dbname", address()));
    }
}
