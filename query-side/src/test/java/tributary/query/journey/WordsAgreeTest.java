package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.AssetType;
import tributary.attribution.Doubt;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;
import tributary.events.Bot;
import tributary.events.InteractionKind;
import tributary.events.Origin;

/// Facts and judgement have words of their own, since judgement depends on the JDK alone; they must be the same words.
@DisplayNameGeneration(ReplaceUnderscores.class)
class WordsAgreeTest {
    @Test
    void kinds_of_interactions_stand_in_the_same_order_in_facts_and_in_judgement() {
        assertThat(names(Kind.values())).isEqualTo(names(InteractionKind.values()));
    }

    @Test
    void types_of_assets_are_the_same() {
        assertThat(names(AssetType.values())).isEqualTo(names(tributary.events.AssetType.values()));
    }

    @Test
    void doubts_are_the_bots_and_none() {
        assertThat(names(Doubt.values())).isEqualTo(withNone(Bot.values()));
    }

    @Test
    void origins_of_sessions_are_those_of_facts_and_none() {
        assertThat(names(SessionOrigin.values())).isEqualTo(withNone(Origin.Type.values()));
    }

    private static List<String> names(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name).toList();
    }

    private static List<String> withNone(Enum<?>[] words) {
        return Stream.concat(Stream.of("NONE"), names(words).stream()).toList();
    }
}
