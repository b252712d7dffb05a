package tributary.command.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tributary.events.Refusal;

/// How many lines of a request were accepted and refused, and why the first of those were.
final class Tally {
    private long accepted;
    private long rejected;
    private final List<Problem> problems = new ArrayList<>();

    /// @param line number of the line in the request, from 1
    record Problem(long line, String title, String detail) {}

    /// The answer of docs/api.md section 3.
    ///
    /// @param position of the last fact in the store
    record Answer(long accepted, long rejected, List<Problem> problems, long position) {}

    void accept() {
        accepted++;
    }

    void refuse(long line, Refusal refusal) {
        rejected++;
        if (problems.size() < Limits.SHOWN_PROBLEMS) problems.add(new Problem(line, refusal.title(), refusal.detail()));
    }

    /// A chunk's lines are counted once it is committed.
    void add(Tally chunk) {
        accepted += chunk.accepted;
        rejected += chunk.rejected;
        for (var problem : chunk.problems) if (problems.size() < Limits.SHOWN_PROBLEMS) problems.add(problem);
    }

    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejected;
    }

    boolean hasRefusals() {
        return rejected > 0;
    }

    boolean isEmpty() {
        return accepted + rejected == 0;
    }

    Answer at(long position) {
        return new Answer(accepted, rejected, List.copyOf(problems), position);
    }

    Answer nothingTakenAt(long position) {
        return new Answer(0, rejected, List.copyOf(problems), position);
    }

    /// Tells with a refusal of the whole request what became of the lines before.
    Refusal addTo(Refusal refusal, long position) {
        var told = Map.of("accepted", accepted, "rejected", rejected, "position", position, "problems", problems);
        told.forEach(refusal::with);
        return refusal;
    }
}
