package tributary.standalone.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A year of Lumen Desk, a made-up maker of office furniture: twelve campaigns, their visitors, the people these turn
/// out to be, and what they buy. Told person by person, each in order of time, so it takes no memory.
public final class SampleYear {
    static final int YEAR = 2025;
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    /// How many lines are told.
    public static final int LINES = 206_730;

    private static final int VISITORS = 37_000;
    private static final int IMPORTED = 2_000;

    private final long seed;

    public SampleYear(long seed) {
        this.seed = seed;
    }

    /// What `POST /api/v1/accounts` is told.
    public static Map<String, Object> account() {
        return Map.of(
                "name",
                "Lumen Desk (sample year " + YEAR + ")",
                "timeZone",
                ZONE.getId(),
                "currency",
                "EUR",
                "siteDomains",
                List.of("lumendesk.example"));
    }

    /// Tells the year line by line, in an order in which it can be recorded.
    public void tell(Consumer<Map<String, Object>> listener) {
        Consumer<Line> lines = line -> listener.accept(line.fields());
        var chance = new Chance(seed);
        new Company(lines).opens();
        for (int number = 1; number <= IMPORTED; number++) new Acquaintance(number, chance, lines).lives();
        for (int number = 1; number <= VISITORS; number++) new Visitor(number, chance, lines).lives();
    }

    static Instant at(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    static Instant end() {
        return at(LocalDate.of(YEAR + 1, 1, 1));
    }

    static Instant start() {
        return at(LocalDate.of(YEAR, 1, 1));
    }
}
