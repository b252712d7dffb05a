package tributary.store;

/// The first 128 bits of a keyed hash of an account and an address.
record AddressHash(long high, long low) {
    static final int BYTES = 2 * Long.BYTES;

    static AddressHash of(byte[] bytes, int at) {
        return new AddressHash(BigEndian.getLong(bytes, at), BigEndian.getLong(bytes, at + Long.BYTES));
    }

    void put(byte[] bytes, int at) {
        BigEndian.putLong(bytes, at, high);
        BigEndian.putLong(bytes, at + Long.BYTES, low);
    }

    @Override
    public int hashCode() {
        return (int) low;
    }
}
