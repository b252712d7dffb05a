package tributary.attribution.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HashedNumbersTest {
    private final HashedNumbers numbers = new HashedNumbers();

    @Test
    void each_text_has_its_own_number_dense_from_0() {
        for (var i = 0; i < 100_000; i++)
            assertThat(numbers.number("example.com/page/" + i)).isEqualTo(i);
        for (var i = 0; i < 100_000; i++)
            assertThat(numbers.number("example.com/page/" + i)).isEqualTo(i);
        assertThat(numbers.size()).isEqualTo(100_000);
    }

    @Test
    void looking_for_a_text_gives_it_no_number() {
        numbers.number("example.com");

        assertThat(numbers.find("example.com")).isZero();
        assertThat(numbers.find("example.com/")).isEqualTo(Touches.NONE);
        assertThat(numbers.size()).isEqualTo(1);
    }

    @Test
    void texts_that_differ_in_one_place_or_in_length_differ() {
        var texts =
                new String[] {"", "a", "b", "aa", "aaaa", "aaab", "aaaaa", "baaa", "aaaaaaaa", "aaaabaaa", "\0", "\0\0"
                };
        for (var i = 0; i < texts.length; i++)
            assertThat(numbers.number(texts[i])).isEqualTo(i);
    }
}
