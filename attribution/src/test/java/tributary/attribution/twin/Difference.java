package tributary.attribution.twin;

import java.util.ArrayList;
import java.util.List;

/// The pieces in which two findings differ, for people to read; empty if they are the same.
final class Difference {
    private Difference() {}

    static List<String> between(Figures expected, Figures found) {
        var wanted = new ArrayList<>(expected.findings().pieces());
        var extra = new ArrayList<>(found.findings().pieces());
        for (var piece : expected.findings().pieces()) if (extra.remove(piece)) wanted.remove(piece);
        var difference = new ArrayList<String>();
        wanted.forEach(piece -> difference.add("missing: " + piece));
        extra.forEach(piece -> difference.add("extra:   " + piece));
        return difference;
    }
}
