package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.journey.Strand;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingAtOnceTest {
    @Test
    void several_threads_read_the_same_journeys_each_with_a_cursor_of_its_own() {
        var told = Told.of(new RandomFacts(3).facts(3_000));
        var journeys = told.journeys();
        var expected = Portrait.of(journeys, told);

        assertThat(IntStream.range(0, 32).parallel().mapToObj(_ -> Portrait.of(journeys, told)))
                .allSatisfy(portrait -> assertThat(portrait).isEqualTo(expected));
    }

    @Test
    void persons_in_order_of_their_numbers_lie_one_behind_the_other_once_compacted() {
        var told = Told.of(new RandomFacts(4).facts(3_000));
        var journeys = told.journeys();
        journeys.compact();
        var people = journeys.cursor();
        var strand = new Strand();
        var next = 0;
        for (var number = 0; number < journeys.people(); number++) {
            people.person(number);
            for (var i = 0; i < people.strands(); i++) {
                people.strand(i, strand);
                if (!people.isHome(i) || strand.from() == strand.to()) continue;
                assertThat(strand.from()).isEqualTo(next);
                next = strand.to();
            }
        }
        assertThat(next).isEqualTo(3_000);
    }
}
