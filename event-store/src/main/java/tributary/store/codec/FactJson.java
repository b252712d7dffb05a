package tributary.store.codec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tributary.events.AccountId;
import tributary.events.CampaignId;
import tributary.events.ContactId;
import tributary.events.DealId;
import tributary.events.Fact;
import tributary.events.InstantText;
import tributary.events.PipelineId;
import tributary.events.Sealed;

/// Facts as JSON: components in the order of the record, absent ones left out, ids as plain strings, instants in
/// ISO-8601 to the microsecond, sealed bytes in Base64, the entries of maps in the order of their keys.
final class FactJson {
    private final JsonMapper mapper = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addMixIn(AccountId.class, PlainText.class)
            .addMixIn(CampaignId.class, PlainText.class)
            .addMixIn(ContactId.class, PlainText.class)
            .addMixIn(DealId.class, PlainText.class)
            .addMixIn(PipelineId.class, PlainText.class)
            .addMixIn(Sealed.class, Base64Text.class)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, new Micros())
                    .addDeserializer(Instant.class, new Iso()))
            .build();

    byte[] write(Fact fact) {
        return mapper.writeValueAsBytes(fact);
    }

    <F extends Fact> F read(byte[] json, Class<F> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(unreadable.getOriginalMessage(), unreadable);
        }
    }

    /// For ids: the value alone.
    private abstract static class PlainText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        PlainText(@SuppressWarnings("unused") String value) {}

        @JsonValue
        abstract String value();
    }

    private abstract static class Base64Text {
        @JsonValue
        abstract String text();

        @JsonCreator
        static Sealed of(String text) {
            return Sealed.of(text);
        }
    }

    private static final class Micros extends StdSerializer<Instant> {
        Micros() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator out, SerializationContext context) {
            out.writeString(instant.truncatedTo(ChronoUnit.MICROS).toString());
        }
    }

    private static final class Iso extends StdDeserializer<Instant> {
        Iso() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) {
            var text = in.getValueAsString();
            var instant = InstantText.readOrNull(text);
            return instant != null ? instant : Instant.parse(text);
        }
    }
}
