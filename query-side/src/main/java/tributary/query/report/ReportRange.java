package tributary.query.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import tributary.events.Refusal;

/// The days a report is about, in the account's time zone, both included (DATE-1, DATE-3).
record ReportRange(LocalDate from, LocalDate to) {
    private static final LocalDate BEFORE_ALL_CAMPAIGNS = LocalDate.of(2006, 1, 1);
    private static final int LETTERS_OF_A_DAY = "2023-09-30".length();

    ReportRange {
        if (to.isBefore(from)) throw endsBeforeItStarts(from, to);
    }

    /// The range asked for; what was not said (`null`) is everything up to today.
    ///
    /// @throws Refusal.Invalid if a day is none, or the range ends before it starts
    static ReportRange of(String from, String to, LocalDate today) {
        return new ReportRange(
                from == null ? BEFORE_ALL_CAMPAIGNS : day("from", from), to == null ? today : day("to", to));
    }

    private static LocalDate day(String name, String text) {
        try {
            if (text.length() == LETTERS_OF_A_DAY) return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            // refused below, like a text of another length
        }
        throw new Refusal.Invalid(
                        "invalid-day",
                        "It is not a day",
                        name + " is \"" + Shown.of(text) + "\"; a day YYYY-MM-DD would be accepted, such as 2023-09-30")
                .with(name, Shown.of(text));
    }

    private static Refusal endsBeforeItStarts(LocalDate from, LocalDate to) {
        return new Refusal.Invalid(
                        "period-ends-before-it-starts",
                        "The period ends before it starts",
                        "from " + from + " is after to " + to + "; a to of " + from + " or later would be accepted")
                .with("from", from.toString())
                .with("to", to.toString());
    }

    /// Days since 1970, as figures count them.
    long fromDay() {
        return from.toEpochDay();
    }

    /// Days since 1970, as figures count them; included.
    long toDay() {
        return to.toEpochDay();
    }
}
