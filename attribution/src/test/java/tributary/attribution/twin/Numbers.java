package tributary.attribution.twin;

import java.util.ArrayList;
import java.util.List;

/// Numbers texts in the order in which they are first asked for.
final class Numbers {
    /// Lines in a batch, for splitting an act's number into position and line.
    static final int LINES = 7;

    private final List<String> texts = new ArrayList<>();

    int of(String text) {
        if (!texts.contains(text)) texts.add(text);
        return texts.indexOf(text);
    }

    String text(int number) {
        return texts.get(number);
    }
}
