package tributary.attribution.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReasonTest {
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| (\\S+) \\| (.*) \\|");

    @Test
    void every_reason_stands_in_the_documents_with_its_rule_and_sentence() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("../docs/reasons.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                .toList();

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Reason.values())
                        .map(reason -> reason + " " + reason.rule() + " " + reason.sentence())
                        .toList());
    }
}
