package tributary.events;

/// A contact, unique within its account; never an address.
public record ContactId(String value) {
    public ContactId {
        Blank.refuse(value, "contact id");
    }

    @Override
    public String toString() {
        return value;
    }
}
