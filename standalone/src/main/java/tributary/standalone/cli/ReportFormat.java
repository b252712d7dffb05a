package tributary.standalone.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// How `report` prints the metrics of a campaign. Lower case, because they are typed.
enum ReportFormat {
    /// For people.
    table {
        @Override
        String render(String campaign, JsonNode answer) {
            var rows = new ArrayList<List<String>>();
            for (var metric : Metric.of(answer)) rows.add(List.of(metric.label(), value(metric, answer)));
            return "Campaign %s, %s to %s, rule set %s, model %s, %s%n%n"
                            .formatted(
                                    campaign,
                                    text(answer, "from"),
                                    text(answer, "to"),
                                    text(answer, "ruleSet"),
                                    text(answer, "model"),
                                    text(answer, "currency"))
                    + TextTable.of(List.of("Metric", "Value"), rows);
        }
    },

    /// The server's answer.
    json {
        @Override
        String render(String campaign, JsonNode answer) {
            var mapper = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            return mapper.writeValueAsString(answer) + System.lineSeparator();
        }
    },

    /// One line of names and one of values, for spreadsheets.
    csv {
        @Override
        String render(String campaign, JsonNode answer) {
            var metrics = Metric.of(answer);
            var names = Stream.concat(
                    Stream.concat(Stream.of("campaign"), CONTEXT.stream()),
                    metrics.stream().map(Metric::field));
            var values = Stream.concat(
                    Stream.concat(Stream.of(campaign), CONTEXT.stream().map(field -> text(answer, field))),
                    metrics.stream().map(metric -> value(metric, answer)));
            var text = new StringWriter();
            try (var printer = CSVFormat.RFC4180.print(text)) {
                printer.printRecord(names);
                printer.printRecord(values);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return text.toString();
        }
    };

    private static final List<String> CONTEXT = List.of("from", "to", "ruleSet", "model", "currency");

    abstract String render(String campaign, JsonNode answer);

    private static String value(Metric metric, JsonNode answer) {
        return text(answer, metric.field());
    }

    private static String text(JsonNode answer, String field) {
        return answer.path(field).asString("");
    }
}
