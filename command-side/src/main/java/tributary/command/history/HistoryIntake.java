package tributary.command.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import tributary.command.history.LineReader.Numbered;
import tributary.command.history.WaitingChunk.Request;
import tributary.events.AccountId;
import tributary.events.InstantText;
import tributary.events.Refusal;
import tributary.store.Caller;
import tributary.store.Facts;

/// Takes the lines of a request, chunk after chunk: each is read here and waits in the queue to be recorded, while the
/// next one is read.
final class HistoryIntake {
    private final ChunkQueue queue;
    private final Facts facts;
    private final Clock clock;

    HistoryIntake(ChunkQueue queue, Facts facts, Clock clock) {
        this.queue = queue;
        this.facts = facts;
        this.clock = clock;
    }

    /// Takes each line by itself; what was accepted stays, whatever comes after.
    ///
    /// @throws Refusal if the body cannot be read to its end, or not all of it can be recorded now; it tells what
    ///     became of the lines before
    Tally.Answer take(AccountId account, Caller caller, LineSplitter splitter) {
        var sent = new Sent(new Request(account, caller, false));
        var lines = new RawLines();
        try {
            boolean more;
            do {
                more = splitter.fill(lines);
                if (lines.count() > 0) sent.send(lines, more);
            } while (more);
            sent.settle();
        } catch (Refusal refusal) {
            throw sent.told(refusal);
        }
        if (lines.failure() != null) throw sent.told(lines.failure());
        return sent.answer();
    }

    /// The chunks of a request on their way.
    private final class Sent {
        private final Request request;
        private final ArrayDeque<WaitingChunk> waiting = new ArrayDeque<>();
        private final Tally total = new Tally();
        private boolean begun;
        private long position = -1;

        Sent(Request request) {
            this.request = request;
        }

        /// A request of one chunk is refused at once when there is no room, a longer one is held up.
        void send(RawLines lines, boolean more) {
            var chunk = new WaitingChunk(request, LineReader.readAll(lines, now()), lines.length());
            queue.put(chunk, begun || more ? Limits.PATIENCE : Duration.ZERO);
            begun = true;
            waiting.add(chunk);
            if (waiting.size() > Limits.CHUNKS_AHEAD) count(waiting.remove());
        }

        void settle() {
            while (!waiting.isEmpty()) count(waiting.remove());
        }

        private void count(WaitingChunk chunk) {
            var taken = chunk.taken();
            total.add(taken.tally());
            position = taken.position();
        }

        /// What is still on its way is recorded or not by the time this returns.
        Refusal told(Refusal refusal) {
            try {
                settle();
            } catch (Refusal _) {
                // Neither is what follows it.
            }
            return total.addTo(refusal, position());
        }

        Tally.Answer answer() {
            return total.at(position());
        }

        private long position() {
            return position < 0 ? facts.head() : position;
        }
    }

    private Instant now() {
        return InstantText.micros(clock.instant());
    }

    /// Takes all lines or, if one is refused, none.
    ///
    /// @throws Refused if a line is refused
    Tally.Answer takeStrictly(AccountId account, Caller caller, LineSplitter splitter) {
        var chunk = readStrictly(new Request(account, caller, true), splitter);
        queue.put(chunk, Duration.ZERO);
        var taken = chunk.taken();
        if (taken.tally().hasRefusals()) throw new Refused(taken.tally().nothingTakenAt(taken.position()));
        return taken.tally().at(taken.position());
    }

    private WaitingChunk readStrictly(Request request, LineSplitter splitter) {
        var now = now();
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
        return new WaitingChunk(request, read, bytes);
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
