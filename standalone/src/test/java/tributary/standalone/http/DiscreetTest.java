package tributary.standalone.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What is said of a failure leaves out whom it was about.
@DisplayNameGeneration(ReplaceUnderscores.class)
class DiscreetTest {
    @Test
    void a_failure_keeps_its_place_and_its_causes_but_no_address() {
        var failure = new IllegalStateException(
                "no card of eve@example.com", new NumberFormatException("For input string: \"eve@example.com\""));

        var written = new StringWriter();
        Discreet.failure(failure).printStackTrace(new PrintWriter(written));

        assertThat(written.toString())
                .contains("java.lang.IllegalStateException: no card of …")
                .contains("java.lang.NumberFormatException: For input string")
                .contains("at tributary.standalone.http.DiscreetTest.a_failure_keeps")
                .doesNotContain("eve");
    }
}
