package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.store.Caller;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AskedResolverTest {
    private static final Caller CALLER = new Caller(new AccountId("acme"), "t1", Set.of(), false);

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void parameters_are_taken_as_they_were_sent() {
        request.setParameter("from", "2023-04-01");
        request.setParameter("to", "2023-04-30");
        request.setParameter("ruleSet", "2024-11");
        request.setParameter("model", "W_SHAPED");
        request.setParameter("asOf", "2023-05-01T00:00:00Z");

        assertThat(asked())
                .isEqualTo(new Asked(
                        CALLER, "2023-04-01", "2023-04-30", "2024-11", "W_SHAPED", "2023-05-01T00:00:00Z", true));
    }

    @Test
    void a_parameter_without_value_counts_as_not_sent() {
        request.setParameter("from", "");

        assertThat(asked()).isEqualTo(new Asked(CALLER, null, null, null, null, null, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=0", "respond-async, wait=0", "Wait = 0", "wait=0; x"})
    void a_report_that_prefers_not_to_wait_does_not(String prefer) {
        request.addHeader("Prefer", prefer);

        assertThat(asked().waits()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=10", "respond-async", "wait=01"})
    void other_preferences_wait(String prefer) {
        request.addHeader("Prefer", prefer);

        assertThat(asked().waits()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-05-01T02:00:00+02:00", "2023-05-01T02:00:00 02:00", "2023-05-01T00:00:00Z"})
    void as_of_is_an_instant_whether_or_not_its_plus_was_encoded(String text) {
        request.setParameter("asOf", text);

        assertThat(asked().asOfInstant()).contains(Instant.parse("2023-05-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-05-01", "2023-05-01T00:00:00", "now"})
    void an_as_of_that_is_no_instant_is_refused(String text) {
        request.setParameter("asOf", text);

        assertThatThrownBy(() -> asked().asOfInstant())
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessage("asOf is \"" + text
                        + "\"; an instant with offset would be accepted, such as 2023-09-30T12:00:00Z");
    }

    private Asked asked() {
        request.setAttribute(Caller.ATTRIBUTE, CALLER);
        return new AskedResolver().resolveArgument(null, null, new ServletWebRequest(request), null);
    }
}
