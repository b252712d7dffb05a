package tributary.standalone.server;

/// The server cannot begin here; the message tells a user what to do about it.
public final class CannotServe extends RuntimeException {
    public CannotServe(String message) {
        super(message, null, false, false);
    }
}
