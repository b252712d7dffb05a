package tributary.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CrewTest {
    @Test
    void everything_is_done_once() {
        var done = new AtomicIntegerArray(1000);
        Crew.Worker worker = (from, to) -> {
            for (var i = from; i < to; i++) done.incrementAndGet(i);
        };
        try (var crew = new Crew(3)) {
            crew.share(100, 1000, 7, List.of(worker, worker, worker));
        }
        for (var i = 0; i < 1000; i++) assertThat(done.get(i)).isEqualTo(i < 100 ? 0 : 1);
    }

    @Test
    void who_stands_back_does_all_of_it_once_and_lets_others_go_first() {
        var done = new AtomicIntegerArray(1000);
        var nicest = new AtomicInteger();
        Crew.Worker worker = (from, to) -> {
            nicest.accumulateAndGet(niceness(), Math::max);
            for (var i = from; i < to; i++) done.incrementAndGet(i);
        };
        var own = niceness();
        try (var crew = new Crew(3)) {
            crew.back().share(100, 1000, 7, List.of(worker, worker, worker));
            crew.back().share(0, 5, 7, List.of(worker, worker, worker));
        }
        for (var i = 0; i < 1000; i++) assertThat(done.get(i)).isEqualTo(i >= 5 && i < 100 ? 0 : 1);
        assertThat(niceness()).isEqualTo(own);
        assertThat(nicest.get()).isEqualTo(onLinux() ? Math.min(19, own + LowPriority.NICER) : own);
    }

    /// Of the calling thread, as Linux tells it (proc(5)).
    private static int niceness() {
        if (!onLinux()) return 0;
        try {
            var stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean onLinux() {
        return System.getProperty("os.name").equals("Linux");
    }

    @Test
    void what_a_worker_throws_is_thrown() {
        Crew.Worker worker = (from, _) -> {
            if (from >= 500) throw new IllegalStateException("broken");
        };
        try (var crew = new Crew(2)) {
            for (var each : List.of(crew, crew.back()))
                assertThatThrownBy(() -> each.share(0, 1000, 10, List.of(worker, worker)))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("broken");
        }
    }
}
