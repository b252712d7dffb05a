package tributary.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DayCalendarTest {
    private static final List<String> CLOCKS_CHANGE_IN =
            List.of("Europe/Amsterdam", "America/New_York", "Africa/Casablanca", "Pacific/Apia", "Australia/Lord_Howe");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Amsterdam",
                "America/New_York",
                "Africa/Casablanca",
                "Africa/El_Aaiun",
                "Pacific/Apia",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "America/Argentina/San_Luis",
                "+05:30"
            })
    void any_instant_falls_on_the_day_that_the_rules_of_the_zone_say(String zone) {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++) {
            var at = Instant.EPOCH.plus(random.nextLong(-5_000_000_000L, 9_000_000_000L), ChronoUnit.SECONDS);
            assertSameDay(zone, at.plusNanos(1_000L * random.nextInt(1_000_000)));
        }
    }

    @Test
    void the_microseconds_around_midnight_and_around_changes_of_the_clock_are_exact() {
        for (var name : CLOCKS_CHANGE_IN) {
            var zone = ZoneId.of(name);
            var change = zone.getRules().nextTransition(Instant.parse("1969-01-01T00:00:00Z"));
            while (change != null && change.getInstant().isBefore(Instant.parse("2110-01-01T00:00:00Z"))) {
                around(name, change.getInstant());
                around(
                        name,
                        change.getDateTimeAfter()
                                .toLocalDate()
                                .atStartOfDay(zone)
                                .toInstant());
                around(
                        name,
                        change.getDateTimeAfter()
                                .toLocalDate()
                                .plusDays(1)
                                .atStartOfDay(zone)
                                .toInstant());
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
    }

    @Test
    void far_off_instants_have_days_too() {
        assertSameDay("Europe/Amsterdam", Instant.parse("0001-01-01T00:00:00Z"));
        assertSameDay("Europe/Amsterdam", Instant.parse("9999-12-31T23:30:00Z"));
    }

    private static void around(String zone, Instant instant) {
        for (var micros : new long[] {-1, 0, 1}) assertSameDay(zone, instant.plus(Duration.ofNanos(micros * 1_000)));
    }

    private static void assertSameDay(String zone, Instant at) {
        var expected = at.atZone(ZoneId.of(zone)).toLocalDate().toEpochDay();
        assertThat(DayCalendar.of(ZoneId.of(zone)).day(ChronoUnit.MICROS.between(Instant.EPOCH, at)))
                .as("%s in %s", at, zone)
                .isEqualTo(expected);
    }
}
