package tributary.store;

/// Keys of an event message's metadata that the store knows.
public final class FactMetadata {
    /// Whose fact it is: the account's id, as text. Every message that is appended must carry it.
    public static final String ACCOUNT = "account";

    private FactMetadata() {}
}
