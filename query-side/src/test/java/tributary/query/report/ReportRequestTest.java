package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportRequestTest {
    @ParameterizedTest
    @ValueSource(strings = {"wait=0", "WAIT = 0", "respond-async, wait=0", "handling=lenient; wait=0"})
    void who_prefers_not_to_wait_need_not(String preference) {
        var request = get("/api/v1/metrics");
        request.addHeader("Prefer", "return=minimal");
        assertThat(ReportRequest.waits(request)).isTrue();
        request.addHeader("Prefer", preference);
        assertThat(ReportRequest.waits(request)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/metrics",
                "/api/v1/campaigns/spring/metrics",
                "/api/v1/campaigns/spring/series",
                "/api/v1/campaigns/spring/influences",
                "/api/v1/campaigns/spring/deals",
                "/api/v1/campaigns/spring/roi",
                "/api/v1/campaigns/spring/contacts/influencedContacts"
            })
    void figures_are_enough_unless_journeys_are_asked_about(String path) {
        assertThat(ReportRequest.needsFiguresOnly(get(path))).isTrue();
        assertThat(ReportRequest.needsFiguresOnly(asking(path, "model", "LINEAR")))
                .isTrue();

        assertThat(ReportRequest.needsFiguresOnly(asking(path, "model", "MARKOV")))
                .isFalse();
        assertThat(ReportRequest.needsFiguresOnly(asking(path, "asOf", "2024-01-01T00:00:00Z")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/campaigns/spring/why/7",
                "/api/v1/campaigns/spring/assets",
                "/api/v1/deals/7/credit",
                "/api/v1/contacts/7/journey",
                "/api/v1/attribution",
                "/api/v1/replays"
            })
    void other_answers_need_journeys(String path) {
        assertThat(ReportRequest.needsFiguresOnly(get(path))).isFalse();
    }

    @Test
    void what_is_sent_is_no_report() {
        assertThat(ReportRequest.needsFiguresOnly(request("POST", "/api/v1/metrics")))
                .isFalse();
    }

    private static MockHttpServletRequest asking(String path, String name, String value) {
        var request = get(path);
        request.addParameter(name, value);
        return request;
    }

    private static MockHttpServletRequest get(String path) {
        return request("GET", path);
    }

    private static MockHttpServletRequest request(String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        return request;
    }
}
