package tributary.attribution.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Compares one expectation of a scenario file with figures; what is not a matter of judging (`assets`, `roi`,
/// `credit`, requests) is passed over.
record Expectation(Map<String, Object> json, Figures figures) {
    void holds() {
        var range = Scenario.range(json);
        if (json.containsKey("metrics"))
            equal().forEach((metric, value) -> assertMetric(metric, Objects.toString(value), range));
        if (json.containsKey("contacts")) assertContacts(range);
        if (json.containsKey("deals"))
            assertThat(figures.closedDeals(text("deals"), range)).isEqualTo(Set.copyOf(ids()));
        if (json.containsKey("influences")) assertInfluences(range);
        if (json.containsKey("attribution")) assertAttribution(range);
        if (json.containsKey("series")) assertSeries(range);
    }

    private void assertMetric(String metric, String value, Figures.Range range) {
        assertThat(figures.metric(metric, text("metrics"), model(), range))
                .describedAs("%s of %s", metric, json)
                .isEqualByComparingTo(new BigDecimal(value));
    }

    private void assertContacts(Figures.Range range) {
        var found = figures.contacts(text("kind"), text("contacts"), range);
        if (json.containsKey("equals")) assertThat(found).containsExactlyInAnyOrderElementsOf(ids());
        if (json.containsKey("count")) assertThat(found).hasSize(((BigDecimal) json.get("count")).intValueExact());
    }

    private void assertInfluences(Figures.Range range) {
        var campaign = text("influences");
        if (json.containsKey("equals")) {
            var rows = figures.influences(campaign, text("by"), range);
            var wanted = new java.util.TreeMap<String, Integer>();
            equal().forEach((key, value) -> wanted.put(JsonLines.known(key), ((BigDecimal) value).intValueExact()));
            assertThat(rows).isEqualTo(wanted);
        }
        if (json.containsKey("total"))
            assertThat(figures.influences(campaign, range)).hasSize(((BigDecimal) json.get("total")).intValueExact());
    }

    private void assertAttribution(Figures.Range range) {
        equal().forEach((campaign, value) -> assertThat(figures.money(figures.attributed(campaign, model(), range)))
                .describedAs("%s of %s", campaign, json)
                .isEqualTo(value));
        if (json.containsKey("unattributed"))
            assertThat(figures.money(figures.unattributed(model(), range))).isEqualTo(json.get("unattributed"));
        if (json.containsKey("total"))
            assertThat(figures.money(figures.total(model(), range))).isEqualTo(json.get("total"));
    }

    private void assertSeries(Figures.Range range) {
        equal().forEach((day, value) -> {
            var from = LocalDate.parse(day);
            var bucket = new Figures.Range(from, end(from, range));
            assertThat(figures.metric(text("metric"), text("series"), model(), bucket))
                    .isEqualByComparingTo((BigDecimal) value);
        });
    }

    private LocalDate end(LocalDate from, Figures.Range range) {
        var end = switch (text("frequency")) {
            case "DAY" -> from;
            case "WEEK" -> from.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)); // DATE-2
            case "MONTH" -> from.with(TemporalAdjusters.lastDayOfMonth());
            default -> throw new IllegalArgumentException(text("frequency"));
        };
        return end.isAfter(range.to()) ? range.to() : end;
    }

    private String text(String field) {
        return (String) json.get(field);
    }

    private String model() {
        return Objects.requireNonNullElse(text("model"), "LINEAR"); // ATT-6
    }

    private Map<String, Object> equal() {
        return json.containsKey("equals") ? Scenario.map(json.get("equals")) : Map.of();
    }

    private List<String> ids() {
        return ((List<?>) json.get("equals"))
                .stream().map(id -> JsonLines.known(id.toString())).toList();
    }
}
