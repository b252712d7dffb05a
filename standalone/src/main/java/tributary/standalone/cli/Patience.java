package tributary.standalone.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Asks a server again while it is away or busy, up to a bound since it last answered.
final class Patience {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofSeconds(60);

    private final Duration bound;

    Patience(int seconds) {
        this.bound = Duration.ofSeconds(seconds);
    }

    /// Something that can be asked again without harm.
    interface Question {
        Api.Answer ask() throws IOException;
    }

    /// The answer, of any status but those that say "not now".
    ///
    /// @throws CommandFailed if there is none within the bound
    Api.Answer answer(Question question, Runnable whileWaiting) {
        long begun = System.nanoTime();
        var pause = FIRST_PAUSE;
        while (true) {
            var wait = pause;
            String why;
            try {
                var answer = question.ask();
                if (!isNotNow(answer.status())) return answer;
                why = answer.refused().getMessage();
                wait = answer.retryAfter().orElse(pause);
                if (wait.compareTo(LONGEST_RETRY_AFTER) > 0) wait = LONGEST_RETRY_AFTER;
            } catch (IOException noAnswer) {
                why = "no whole answer came (" + noAnswer + ")";
            }
            if (System.nanoTime() - begun + wait.toNanos() > bound.toNanos())
                throw new CommandFailed("gave up after " + bound.toSeconds() + " seconds of trying: " + why
                        + "; what was acknowledged is kept, and the same command goes on from there");
            whileWaiting.run();
            sleep(wait);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private static boolean isNotNow(int status) {
        return status == 503 || status == 429 || status == 502 || status == 504;
    }

    private static void sleep(Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        for (long left = wait.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                throw new CommandFailed("interrupted");
            }
        }
    }
}
