package tributary.query.mongo;

/// MongoDB cannot be used at present; the message says why, for whoever looks after the server.
public final class MongoAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    MongoAway(String message) {
        super(message);
    }
}
