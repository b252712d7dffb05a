package tributary.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.rules.RuleSet;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptFiguresTest {
    private static final RuleSet OWN = RuleSet.of("2023-09");
    private static final RuleSet OTHER = RuleSet.of("2024-11");

    private final KeptFigures kept = new KeptFigures();

    @Test
    void figures_that_nobody_asks_for_are_let_go_but_for_the_accounts_own() {
        kept.publish(new JudgedFigures(OWN, 1), OWN.name());
        kept.publish(new JudgedFigures(OTHER, 1), OWN.name());

        kept.forgetUnasked(OWN.name(), Duration.ofHours(1));
        assertThat(kept.all()).hasSize(2);

        kept.forgetUnasked(OWN.name(), Duration.ZERO);
        assertThat(kept.find(OWN)).isPresent();
        assertThat(kept.find(OTHER)).isEmpty();
    }
}
