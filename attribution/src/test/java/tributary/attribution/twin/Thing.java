package tributary.attribution.twin;

/// An asset as history lines name it: `{"type":"FORM","id":"F1"}`. Types are plain text here.
record Thing(String type, String id) {
    /// How reports name it.
    String key() {
        return type + "/" + id;
    }

    boolean isOneOf(String... types) {
        for (var each : types) if (each.equals(type)) return true;
        return false;
    }

    @Override
    public String toString() {
        return key();
    }
}
