package tributary.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
    void what_a_worker_throws_is_thrown() {
        Crew.Worker worker = (from, _) -> {
            if (from >= 500) throw new IllegalStateException("broken");
        };
        try (var crew = new Crew(2)) {
            assertThatThrownBy(() -> crew.share(0, 1000, 10, List.of(worker, worker)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("broken");
        }
    }
}
