package tributary.store.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.events.ContactEvent.ContactCreated;
import tributary.events.ContactEvent.ContactDiscovered;
import tributary.events.ContactEvent.Source;
import tributary.events.ContactEvent.VisitorIdentified;
import tributary.events.ContactId;
import tributary.events.DealEvent.DealChanged;
import tributary.events.DealEvent.DealCreated;
import tributary.events.DealId;
import tributary.events.Fact;
import tributary.events.StoredName;

/// What is read by its usual form is what the general reader makes of it, or left to that.
@DisplayNameGeneration(ReplaceUnderscores.class)
class UsualFactsTest {
    private static final Set<StoredName> USUAL = EnumSet.of(
            StoredName.CONTACT_CREATED,
            StoredName.CONTACT_DISCOVERED,
            StoredName.VISITOR_IDENTIFIED,
            StoredName.DEAL_CREATED,
            StoredName.DEAL_CHANGED,
            StoredName.DEAL_ASSOCIATED);

    private static final ContactId ANNA = new ContactId("anna");
    private static final DealId BIG = new DealId("big");

    private final FactJson json = new FactJson();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INTERACTIONS_RECORDED")
    void facts_of_usual_kinds_are_read_and_others_left(StoredName name) {
        var fact = Samples.of(name);

        assertThat(UsualFacts.read(json.write(fact), name.type()).stream())
                .isEqualTo(USUAL.contains(name) ? List.of(fact) : List.of());
    }

    static Stream<Fact> components_that_are_absent_empty_or_many() {
        return Stream.of(
                new ContactDiscovered(ANNA, null, Samples.AT),
                new ContactCreated(ANNA, Source.API, false, null, null, Samples.AT),
                new ContactCreated(ANNA, Source.MANUAL, true, "", null, Samples.AT),
                new VisitorIdentified(ANNA, "browser", true, Samples.AT),
                new DealChanged(BIG, Map.of(), Samples.AT),
                new DealChanged(BIG, Map.of("amount", "", "closedate", "2023-04-30"), Samples.AT),
                new DealCreated(BIG, Map.of("dealname", "{a: [b], c}"), List.of(), Samples.AT),
                new DealCreated(BIG, Map.of(), List.of(ANNA, new ContactId("bert"), ANNA), Samples.AT));
    }

    @ParameterizedTest
    @MethodSource
    void components_that_are_absent_empty_or_many(Fact fact) {
        assertThat(UsualFacts.read(json.write(fact), fact.getClass())).contains(fact);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jürgens", "a \"quoted\" name", "back\\slash", "two\nlines", "\u0007", "東京", "\u007f"})
    void texts_that_are_not_plain_are_read_as_ever(String text) {
        var fact = new DealChanged(BIG, Map.of("dealname", text), Samples.AT);

        assertThat(new FactCodec().decode("deal.changed", "1", json.write(fact)))
                .isEqualTo(fact);
    }

    /// Nobody writes these; but a reader that took them for something else would hide damage.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{'deal':'big'",
                "{'deal':'big','properties':{'a':'b'},'at':'2023-03-01T09:30:00Z'",
                "{'deal':'big','properties':{'a':'b'},'at':'2023-03-01T09:30:00Z'}}",
                "{'deal':'big','properties':{'a':'b'},'at':'2023-03-01T09:30:00Z'} ",
                "{'deal':'big','properties':{'a':'b',},'at':'2023-03-01T09:30:00Z'}",
                "{'deal':'big','properties':{,'a':'b'},'at':'2023-03-01T09:30:00Z'}",
                "{'deal':'big','properties':{'a':'b''c':'d'},'at':'2023-03-01T09:30:00Z'}",
                "{'deal':'big','properties':{'a':1},'at':'2023-03-01T09:30:00Z'}",
                "{'deal':'big','properties':{'a':'b','a':'c'},'at':'2023-03-01T09:30:00Z'}",
                "{'deal':'big','properties':{'a':'b'},'at':'2023-02-30T09:30:00Z'}",
                "{'deal':' ','properties':{'a':'b'},'at':'2023-03-01T09:30:00Z'}",
                "{'properties':{'a':'b'},'deal':'big','at':'2023-03-01T09:30:00Z'}",
                "{ 'deal': 'big', 'properties': {'a': 'b'}, 'at': '2023-03-01T09:30:00Z' }"
            })
    void other_forms_are_left(String text) {
        var other = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

        assertThat(UsualFacts.read(other, DealChanged.class)).isEmpty();
    }

    @Test
    void whatever_is_cut_off_is_left() {
        for (var name : USUAL) {
            var whole = json.write(Samples.of(name));
            for (var length = 0; length < whole.length; length++)
                assertThat(UsualFacts.read(Arrays.copyOf(whole, length), name.type()))
                        .isEmpty();
        }
    }
}
