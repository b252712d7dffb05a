package tributary.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InstantTextTest {
    @ParameterizedTest
    @CsvSource({
        "2023-04-03T10:00:00Z,           2023-04-03T10:00:00Z",
        "2023-04-03T10:00Z,              2023-04-03T10:00:00Z",
        "2023-04-03T12:00:00+02:00,      2023-04-03T10:00:00Z",
        "2023-04-03T12:00:00+0200,       2023-04-03T10:00:00Z",
        "2023-04-03T08:30:00-01:30,      2023-04-03T10:00:00Z",
        "2023-04-03T12:00:00+02,         2023-04-03T10:00:00Z",
        "2023-04-03T10:00:00.5Z,         2023-04-03T10:00:00.500Z",
        "2023-04-03T10:00:00.123456Z,    2023-04-03T10:00:00.123456Z",
        "2023-04-03T10:00:00.123456789Z, 2023-04-03T10:00:00.123456Z",
        "2024-02-29T00:00:00Z,           2024-02-29T00:00:00Z"
    })
    void reads_instants_with_an_offset(String text, Instant instant) {
        assertThat(InstantText.read(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2023-04-03",
                "2023-04-03T10:00:00",
                "2023-04-03 10:00:00Z",
                "2023-04-03t10:00:00Z",
                "2023-4-3T10:00:00Z",
                "2023-02-29T10:00:00Z",
                "2023-13-01T10:00:00Z",
                "2023-04-03T24:00:00Z",
                "2023-04-03T10:60:00Z",
                "2023-04-03T10:00:60Z",
                "2023-04-03T10:00:00.Z",
                "2023-04-03T10:00:00.1234567891Z",
                "2023-04-03T10:00:00+19:00",
                "2023-04-03T10:00:00+2:00",
                "2023-04-03T10:00:00+02:00Z",
                "2023-04-03T10:00:00ZZ",
                "2023-04-03T10:00:00Europe/Amsterdam",
                "+12023-04-03T10:00:00Z",
                "２023-04-03T10:00:00Z",
                "1680516000"
            })
    void reads_nothing_else(String text) {
        assertThat(InstantText.read(text)).isEmpty();
    }

    @Test
    void reads_what_the_JDK_writes() {
        var random = new Random(7);
        for (int round = 0; round < 10_000; round++) {
            var instant = Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 250_000_000_000L))
                    .plus(random.nextInt(1_000_000), ChronoUnit.MICROS);
            var offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1080, 1081));
            assertThat(InstantText.read(instant.toString())).contains(instant);
            assertThat(InstantText.read(
                            OffsetDateTime.ofInstant(instant, offset).toString()))
                    .contains(instant);
        }
    }
}
