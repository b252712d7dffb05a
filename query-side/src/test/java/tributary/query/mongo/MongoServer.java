package tributary.query.mongo;

import tributary.store.ScriptedServer;

/// A MongoDB of a test's own, a replica set of one: `mongodb://HOST:PORT/DATABASE?replicaSet=NAME`.
public final class MongoServer extends ScriptedServer {
    private MongoServer() {
        super("mongodb", "mongod.sh", "crash");
    }

    public static MongoServer start() {
        return new MongoServer();
    }
}
