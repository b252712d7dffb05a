package tributary.command.line;

import tributary.events.Refusal;

/// The refusals of input that is not as it would be accepted. Each names the field, the value seen, and what would
/// be accepted.
public final class Wrong {
    private Wrong() {}

    public static Refusal missing(String field, String accepted) {
        return new Refusal.Invalid("missing-field", "A field is missing", field + " is missing; expected " + accepted)
                .with("field", field);
    }

    /// For a value that may be shown; addresses among them are not.
    public static Refusal value(String field, String value, String accepted) {
        return new Refusal.Invalid(
                        "wrong-value",
                        "A value is not accepted",
                        field + " is " + Echo.of(value) + "; expected " + accepted)
                .with("field", field);
    }

    /// For a value that is not shown, since it is long or may be personal.
    public static Refusal hidden(String field, String what, String accepted) {
        return new Refusal.Invalid(
                        "wrong-value", "A value is not accepted", field + " " + what + "; expected " + accepted)
                .with("field", field);
    }

    public static Refusal type(String field, String came, String accepted) {
        return new Refusal.Invalid(
                        "wrong-type",
                        "A field has the wrong JSON type",
                        field + " is " + came + "; expected " + accepted)
                .with("field", field);
    }

    public static Refusal tooLong(String field, int length, int longest) {
        return hidden(field, "has " + length + " characters", longest + " at most");
    }
}
