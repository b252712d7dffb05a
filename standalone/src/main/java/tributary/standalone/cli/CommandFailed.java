package tributary.standalone.cli;

/// What was asked for could not be done; the message tells a user what to do about it.
public final class CommandFailed extends RuntimeException {
    public CommandFailed(String message) {
        super(message, null, false, false);
    }
}
