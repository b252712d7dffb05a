package tributary.store;

/// A stored fact that this version cannot read; whoever meets one must stop, since a skipped fact is a wrong figure
/// for good.
public final class UnreadableFactException extends RuntimeException {
    private final long position;

    UnreadableFactException(long position, String name, String revision, String why, Throwable cause) {
        super("the fact at position " + position + " (" + name + ", revision " + revision + ") " + why, cause);
        this.position = position;
    }

    public long position() {
        return position;
    }
}
