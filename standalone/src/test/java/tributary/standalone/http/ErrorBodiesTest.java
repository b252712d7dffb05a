package tributary.standalone.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tributary.events.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ErrorBodiesTest {
    private final ErrorBodies errors =
            new ErrorBodies(JsonMapper.shared(), UUID::randomUUID, new SimpleMeterRegistry());

    @Test
    void a_problem_does_not_repeat_the_address_that_a_path_named() {
        var body = errors.of(
                "/api/v1/contacts/email:eve@example.com/journey", new Refusal.Unknown("contact", "with this address"));

        assertThat(body.fields()).containsEntry("instance", "/api/v1/contacts/email:…/journey");
        assertThat(body.fields().toString()).doesNotContain("eve");
    }

    @Test
    void an_address_sent_in_the_place_of_something_else_is_not_repeated_either() {
        for (var path :
                List.of("/api/v1/contacts/eve@example.com/journey", "/crm/v3/objects/contacts/eve%40example.com"))
            assertThat(errors.of(path, new Refusal.Unknown("contact", "eve@example.com"))
                            .fields()
                            .toString())
                    .contains("there is no contact … in this account")
                    .doesNotContain("eve");
    }
}
