package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.events.Fact;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArrivalOrderTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void facts_recorded_in_another_order_make_the_same_journeys(long seed) {
        var facts = new RandomFacts(seed).facts(300);
        var expected = portrait(facts);
        var random = new Random(seed);

        for (var i = 0; i < 5; i++) {
            var shuffled = new ArrayList<>(facts);
            Collections.shuffle(shuffled, random);
            assertThat(String.join("\n", portrait(shuffled))).isEqualTo(String.join("\n", expected));
        }
    }

    private static List<String> portrait(List<Fact> facts) {
        var told = Told.of(facts);
        return Portrait.of(told.journeys(), told);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void facts_applied_again_change_nothing(long seed) {
        var told = Told.of(new RandomFacts(seed).facts(300));
        var journeys = new AccountJourneys(Told.ACCOUNT, told);

        for (var position = 1; position <= told.head(); position++) {
            journeys.apply(told.at(position));
            journeys.apply(told.at(position));
            journeys.apply(told.at(1 + position / 2));
        }
        journeys.drain();

        assertThat(Portrait.of(journeys, told)).isEqualTo(Portrait.of(told.journeys(), told));
        assertThat(journeys.touches()).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void asking_and_compacting_in_between_change_nothing(long seed) {
        var told = Told.of(new RandomFacts(seed).facts(2000));
        var journeys = new AccountJourneys(Told.ACCOUNT, told);
        var random = new Random(seed);

        for (var position = 1; position <= told.head(); position++) {
            journeys.apply(told.at(position));
            if (random.nextInt(5) == 0) journeys.drain();
            if (random.nextInt(20) == 0) journeys.compact();
        }
        journeys.drain();

        assertThat(Portrait.of(journeys, told)).isEqualTo(Portrait.of(told.journeys(), told));
    }
}
