package tributary.command.export;

import java.util.HashMap;
import java.util.Map;
import tributary.events.Interaction;

/// The ids under which interactions go out, so that each counts once wherever it is imported.
///
/// Ids count per sender, and whoever imports is one sender: what other senders than the first gave the same id must
/// stay two acts. Their ids get a letter of the private use area at their end, which no one's ids have by themselves.
/// An
/// interaction without an id gets one of where it lies; it begins with a letter that sorts before those of most ids, as
/// lines without id do (D-10).
final class LineIds {
    private static final int LONGEST = 100;
    private static final char FIRST_SENDER = '\uE000';
    private static final int MOST_SENDERS = 0xF8FF - FIRST_SENDER;
    private static final int HASH_DIGITS = 8;

    private final String store;
    private final Map<String, Integer> senders = new HashMap<>();

    LineIds(String storeId) {
        store = String.format("%0" + HASH_DIGITS + "x", storeId.hashCode());
    }

    /// @param source who sent it
    /// @param line index within its fact
    String of(Interaction act, String source, long position, int line) {
        if (act.line() == null) return placed(position, line);
        int sender = senders.computeIfAbsent(source, _ -> senders.size());
        if (sender == 0) return act.line();
        if (sender > MOST_SENDERS || act.line().length() >= LONGEST) return placed(position, line);
        return act.line() + (char) (FIRST_SENDER + sender);
    }

    private String placed(long position, int line) {
        return String.format("!%s-%08x-%04x", store, position, line);
    }
}
