package tributary.standalone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// All campaigns of an answer of `/api/v1/metrics`, one a row, and the whole account below them.
final class CampaignTable {
    private CampaignTable() {}

    static String of(JsonNode answer) {
        var account = answer.path("account");
        var metrics = Metric.of(account);
        var heads = Stream.concat(Stream.of("Campaign"), metrics.stream().map(Metric::head))
                .toList();
        var rows = new ArrayList<List<String>>();
        for (var campaign : answer.path("campaigns"))
            rows.add(row(campaign.path("name").asString(""), campaign, metrics));
        rows.add(row("Each person and deal once", account, metrics));
        return TextTable.of(heads, rows);
    }

    private static List<String> row(String name, JsonNode figures, List<Metric> metrics) {
        return Stream.concat(
                        Stream.of(name),
                        metrics.stream()
                                .map(metric -> figures.path(metric.field()).asString("")))
                .toList();
    }
}
