package tributary.events;

/// A deal, unique within its account.
public record DealId(String value) {
    public DealId {
        Blank.refuse(value, "deal id");
    }

    @Override
    public String toString() {
        return value;
    }
}
