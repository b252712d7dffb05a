package tributary.command.history;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tributary.command.history.LineReader.Numbered;
import tributary.events.AccountId;
import tributary.events.InstantText;
import tributary.events.Refusal;
import tributary.store.Caller;
import tributary.store.Facts;

/// Takes the lines of a request, chunk after chunk.
final class HistoryIntake {
    private final Chunks chunks;
    private final Facts facts;
    private final Clock clock;

    HistoryIntake(Chunks chunks, Facts facts, Clock clock) {
        this.chunks = chunks;
        this.facts = facts;
        this.clock = clock;
    }

    /// Takes each line by itself; what was accepted stays, whatever comes after.
    ///
    /// @throws Refusal if the body cannot be read to its end; it tells what became of the lines before
    Tally.Answer take(AccountId account, Caller caller, LineSplitter splitter) {
        var total = new Tally();
        var lines = new RawLines();
        try {
            boolean more;
            do {
                more = splitter.fill(lines);
                total.add(takeChunk(account, caller, lines));
            } while (more);
        } catch (Refusal refusal) {
            throw total.addTo(refusal, facts.head());
        }
        if (lines.failure() != null) throw total.addTo(lines.failure(), facts.head());
        return total.at(facts.head());
    }

    private Tally takeChunk(AccountId account, Caller caller, RawLines lines) {
        var tally = new Tally();
        if (lines.count() == 0) return tally;
        var read = LineReader.readAll(lines, InstantText.micros(clock.instant()));
        chunks.run(account, caller, chunk -> {
            for (var line : read) take(chunk, line, tally);
            return tally;
        });
        return tally;
    }

    private static void take(Chunk chunk, Numbered line, Tally tally) {
        try {
            chunk.take(line.parsed());
            tally.accept();
        } catch (Refusal.Busy notNow) {
            // Says nothing about the line: the whole chunk is to be sent again.
            throw notNow;
        } catch (Refusal refusal) {
            tally.refuse(line.number(), refusal);
        }
    }

    /// Takes all lines or, if one is refused, none. Everything is read before the transaction begins, so that a slow
    /// sender keeps nobody else from writing.
    ///
    /// @throws Refused if a line is refused
    Tally.Answer takeStrictly(AccountId account, Caller caller, LineSplitter splitter) {
        var read = readStrictly(splitter);
        var tally = new Tally();
        chunks.run(account, caller, chunk -> {
            for (var line : read) take(chunk, line, tally);
            if (tally.hasRefusals()) throw new Refused(tally.nothingTakenAt(facts.head()));
            return tally;
        });
        return tally.at(facts.head());
    }

    private List<Numbered> readStrictly(LineSplitter splitter) {
        var now = InstantText.micros(clock.instant());
        var read = new ArrayList<Numbered>();
        var lines = new RawLines();
        long bytes = 0;
        boolean more;
        do {
            more = splitter.fill(lines);
            bytes += lines.length();
            if (read.size() + lines.count() > Limits.STRICT_LINES || bytes > Limits.STRICT_BYTES)
                throw new Refusal.TooLarge("a strict request has more than " + Limits.STRICT_LINES + " lines or "
                        + Limits.STRICT_BYTES + " bytes; expected at most that many, or no strict=true. "
                        + "Nothing was recorded");
            read.addAll(LineReader.readAll(lines, now));
        } while (more);
        if (lines.failure() != null) throw lines.failure();
        return read;
    }

    /// A strict request was refused as a whole.
    static final class Refused extends RuntimeException {
        private final transient Tally.Answer answer;

        Refused(Tally.Answer answer) {
            super("a line of a strict request was refused", null, false, false);
            this.answer = answer;
        }

        Tally.Answer answer() {
            return answer;
        }
    }
}
