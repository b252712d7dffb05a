package tributary.query.report;

/// A value that was sent, in the form in which a refusal may repeat it: never long, never with control characters.
final class Shown {
    private static final int LONGEST = 100;

    private Shown() {}

    static String of(String value) {
        var clean = value.codePoints()
                .limit(LONGEST)
                .map(letter -> Character.isISOControl(letter) ? ' ' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return value.codePointCount(0, value.length()) > LONGEST ? clean + "…" : clean;
    }
}
