package tributary.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnvironmentDefaultsTest {
    @Command(mixinStandardHelpOptions = true)
    private static final class Sample {
        @Option(names = "--rule-set", defaultValue = "2023-09")
        private String ruleSet;
    }

    private static String ruleSet(Map<String, String> environment, String... arguments) {
        var sample = new Sample();
        new CommandLine(sample)
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .parseArgs(arguments);
        return sample.ruleSet;
    }

    @Test
    void an_option_that_is_not_given_comes_from_the_environment() {
        assertThat(ruleSet(Map.of("TRIBUTARY_RULE_SET", "2024-11"))).isEqualTo("2024-11");
    }

    @Test
    void an_option_that_is_given_wins() {
        assertThat(ruleSet(Map.of("TRIBUTARY_RULE_SET", "2024-11"), "--rule-set", "mine"))
                .isEqualTo("mine");
    }

    @Test
    void otherwise_the_default_holds() {
        assertThat(ruleSet(Map.of("TRIBUTARY_RULE_SET", " "))).isEqualTo("2023-09");
    }
}
