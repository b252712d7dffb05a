package tributary.store.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tributary.events.ContactEvent;
import tributary.events.ContactId;
import tributary.events.InteractionsRecorded;
import tributary.events.StoredName;

/// Whatever was stored once must be read for ever: these files are never changed, only joined by those of a new
/// revision.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovedFactsTest {
    private final FactCodec codec = new FactCodec();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INTERACTIONS_RECORDED")
    void a_fact_is_written_as_approved(StoredName name) throws IOException {
        assertThat(new String(codec.encode(Samples.of(name)), StandardCharsets.UTF_8))
                .isEqualTo(approved(name, "json"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INTERACTIONS_RECORDED")
    void what_was_approved_is_read_as_that_fact(StoredName name) throws IOException {
        var json = approved(name, "json").getBytes(StandardCharsets.UTF_8);

        assertThat(codec.decode(name.stored(), "1", json)).isEqualTo(Samples.of(name));
    }

    @Test
    void the_golden_bytes_of_a_batch_are_read_as_those_interactions() throws IOException {
        var bytes = HexFormat.of().parseHex(approved(StoredName.INTERACTIONS_RECORDED, "hex"));

        assertThat(codec.decode("interactions.recorded", "1", bytes))
                .isEqualTo(Samples.of(StoredName.INTERACTIONS_RECORDED));
    }

    @Test
    void the_body_of_a_batch_is_written_as_approved() throws IOException {
        var body = BatchBody.of((InteractionsRecorded) Samples.of(StoredName.INTERACTIONS_RECORDED));

        assertThat(HexFormat.of().formatHex(body.array(), 0, body.length()))
                .isEqualTo(approved(StoredName.INTERACTIONS_RECORDED, "body.hex"));
    }

    @Test
    void absent_components_are_left_out() {
        var fact = new ContactEvent.ContactChanged(new ContactId("anna"), null, null, null, Samples.AT);
        var json = codec.encode(fact);

        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo("{\"contact\":\"anna\",\"at\":\"2023-03-01T09:30:00.123456Z\"}");
        assertThat(codec.decode("contact.changed", "1", json)).isEqualTo(fact);
    }

    @Test
    void an_unknown_component_is_refused_rather_than_dropped() {
        var json = "{\"contact\":\"anna\",\"mood\":\"fine\",\"at\":\"2023-03-01T09:30:00Z\"}";

        assertThatThrownBy(() -> codec.decode("contact.deleted", "1", json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mood");
    }

    private static String approved(StoredName name, String form) throws IOException {
        var resource = "/approved/" + name.stored() + ".1." + form;
        try (var in = ApprovedFactsTest.class.getResourceAsStream(resource)) {
            assertThat(in).as("the approved form %s", resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
