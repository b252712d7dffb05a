package tributary.query.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tributary.events.Refusal;
import tributary.store.Caller;

/// What every report can be asked for, as it was sent; what was not sent is `null`.
///
/// @param waits whether to wait for facts that are on their way (`Prefer: wait=0` does not)
record Asked(Caller caller, String from, String to, String ruleSet, String model, String asOf, boolean waits) {
    /// Up to when facts were recorded that count.
    ///
    /// @throws Refusal.Invalid if it is no instant
    Optional<Instant> asOfInstant() {
        return Optional.ofNullable(asOf).map(text -> instant("asOf", text));
    }

    /// The same under the model that this report is asked for.
    Asked under(FiguresReport report) {
        return under(report.models().name(report.model()));
    }

    /// The same under another model.
    Asked under(String otherModel) {
        return new Asked(caller, from, to, ruleSet, otherModel, asOf, waits);
    }

    /// Reads an instant that was asked for.
    ///
    /// In a query `+` stands for a space, so an offset that was not percent-encoded arrives with one.
    ///
    /// @param name of the parameter
    /// @throws Refusal.Invalid if it is none
    static Instant instant(String name, String text) {
        try {
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException _) {
            throw new Refusal.Invalid(
                            "invalid-instant",
                            "It is not an instant",
                            name + " is \"" + Shown.of(text)
                                    + "\"; an instant with offset would be accepted, such as 2023-09-30T12:00:00Z")
                    .with(name, Shown.of(text));
        }
    }
}
