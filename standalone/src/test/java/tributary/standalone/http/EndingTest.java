package tributary.standalone.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/// A server that ends finishes what was begun and takes nothing new.
@DisplayNameGeneration(ReplaceUnderscores.class)
class EndingTest {
    private final Ending ending =
            new Ending(new ErrorBodies(JsonMapper.shared(), UUID::randomUUID, new SimpleMeterRegistry()));
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger served = new AtomicInteger();

    @BeforeEach
    void start() {
        ending.start();
    }

    private MockHttpServletResponse ask(Runnable meanwhile) throws Exception {
        var response = new MockHttpServletResponse();
        ending.doFilter(new MockHttpServletRequest("GET", "/api/v1/account"), response, (_, _) -> {
            served.incrementAndGet();
            meanwhile.run();
        });
        return response;
    }

    @Test
    void with_nothing_under_way_it_ends_at_once() throws Exception {
        ask(() -> {});

        ending.stop(done::incrementAndGet);

        assertThat(done).hasValue(1);
    }

    @Test
    void what_was_begun_is_finished_first() throws Exception {
        ask(() -> {
            ending.stop(done::incrementAndGet);
            assertThat(done).hasValue(0);
        });

        assertThat(done).hasValue(1);
        assertThat(served).hasValue(1);
    }

    @Test
    void who_comes_then_is_told_to_come_again_and_holds_nothing_up() throws Exception {
        ask(() -> {
            ending.stop(done::incrementAndGet);
            var refused = refused();
            assertThat(refused.getStatus()).isEqualTo(503);
            assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
            assertThat(refused.getHeader("Connection")).isEqualTo("close");
            assertThat(refused.getContentType()).isEqualTo("application/problem+json");
            assertThat(done).hasValue(0);
        });

        assertThat(served).hasValue(1);
        assertThat(done).hasValue(1);
    }

    private MockHttpServletResponse refused() {
        try {
            return ask(() -> {});
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
