package tributary.events;

/// The one thing facts refuse: yesterday's facts must stay readable under tomorrow's rules.
final class Blank {
    private Blank() {}

    static void refuse(String value, String what) {
        if (value == null || value.isBlank()) throw new IllegalArgumentException(what + " must not be blank");
    }

    static void refuseMissing(Object value, String what) {
        if (value == null) throw new IllegalArgumentException(what + " must be given");
    }
}
