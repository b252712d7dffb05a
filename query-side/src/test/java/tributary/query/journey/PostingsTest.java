package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostingsTest {
    private static final int SUBJECTS = 50;

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void a_number_put_twice_in_a_row_is_there_once() {
        var postings = new Postings();
        postings.add(3, 0);
        postings.add(3, 0);
        postings.add(3, 1_000_000);
        postings.add(3, 5);

        assertThat(of(postings, 3)).containsExactly(0, 1_000_000, 5);
        assertThat(of(postings, 2)).isEmpty();
        assertThat(of(postings, 99)).isEmpty();
    }

    /// Parts where nothing was put, and such as begin with the number that the part before ends with.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 300})
    void parts_put_behind_each_other_are_as_if_put_in_one(int parts) {
        var whole = new Postings();
        var joined = new Postings();
        for (var part = 0; part < parts; part++) {
            var beside = new Postings();
            for (var i = random.nextInt(40); i > 0; i--) {
                var subject = random.nextInt(SUBJECTS);
                var number = random.nextInt(4) == 0 ? random.nextInt(10_000_000) : random.nextInt(3);
                whole.add(subject, number);
                beside.add(subject, number);
            }
            joined.addAll(beside);
        }
        joined.add(4, 1);
        whole.add(4, 1);
        joined.trim();

        for (var subject = 0; subject < SUBJECTS; subject++)
            assertThat(of(joined, subject)).isEqualTo(of(whole, subject));
    }

    private static List<Integer> of(Postings postings, int subject) {
        var numbers = new ArrayList<Integer>();
        postings.each(subject, numbers::add);
        return numbers;
    }
}
