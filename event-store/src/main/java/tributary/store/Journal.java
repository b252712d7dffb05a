package tributary.store;

import java.util.ArrayList;
import java.util.List;

/// How to undo, step by step, what a transaction changed in memory.
final class Journal {
    private final List<Runnable> undoing = new ArrayList<>();

    void add(Runnable undo) {
        undoing.add(undo);
    }

    int mark() {
        return undoing.size();
    }

    void undoTo(int mark) {
        while (undoing.size() > mark) undoing.removeLast().run();
    }
}
