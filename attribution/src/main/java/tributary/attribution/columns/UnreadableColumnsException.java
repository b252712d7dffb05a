package tributary.attribution.columns;

/// What is read was not written so: by another version, or not whole.
public final class UnreadableColumnsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreadableColumnsException(String message) {
        super(message);
    }
}
