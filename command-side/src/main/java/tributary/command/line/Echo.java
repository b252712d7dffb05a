package tributary.command.line;

/// Shows in a refusal the value that was seen: short, on one line, and never an address.
public final class Echo {
    private static final int LONGEST = 60;

    private Echo() {}

    public static String of(String value) {
        if (value.indexOf('@') >= 0 || value.contains("%40")) return "(not shown: it may be personal)";
        var shown = value.codePoints()
                .limit(LONGEST)
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return '"' + shown + (shown.length() < value.length() ? "…" : "") + '"';
    }
}
