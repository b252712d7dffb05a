package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.events.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChoiceTest {
    private static final Choice<Frequency> FREQUENCY =
            Choice.among("frequency", "frequency", List.of(Frequency.values()), Frequency::name);

    @Test
    void a_word_that_is_offered_is_chosen() {
        assertThat(FREQUENCY.of("WEEK")).isEqualTo(Frequency.WEEK);
    }

    @Test
    void what_is_not_said_can_have_a_usual_value() {
        assertThat(FREQUENCY.of(null, Frequency.DAY)).isEqualTo(Frequency.DAY);
    }

    @Test
    void another_word_is_refused_naming_those_accepted() {
        assertThatThrownBy(() -> FREQUENCY.of("HOUR")).isInstanceOfSatisfying(Refusal.Invalid.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo("unknown-frequency");
            assertThat(refusal.detail()).isEqualTo("there is no frequency \"HOUR\"; accepted here: DAY, WEEK, MONTH");
            assertThat(refusal.particulars())
                    .containsEntry("frequency", "HOUR")
                    .containsEntry("accepted", List.of("DAY", "WEEK", "MONTH"));
        });
    }

    @Test
    void a_missing_word_is_refused_naming_those_accepted() {
        assertThatThrownBy(() -> FREQUENCY.of(null))
                .hasMessage("the parameter frequency is missing; accepted here: DAY, WEEK, MONTH");
    }

    @Test
    void a_refusal_repeats_no_more_than_a_hundred_letters() {
        assertThatThrownBy(() -> FREQUENCY.of("x".repeat(5000))).hasMessageContaining("\"" + "x".repeat(100) + "…\"");
    }
}
