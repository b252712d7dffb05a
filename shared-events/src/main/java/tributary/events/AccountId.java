package tributary.events;

/// One tenant.
public record AccountId(String value) {
    public AccountId {
        Blank.refuse(value, "account id");
    }

    @Override
    public String toString() {
        return value;
    }
}
