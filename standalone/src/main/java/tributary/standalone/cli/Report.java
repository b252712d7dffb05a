package tributary.standalone.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `report`: the metrics of one campaign, in the terminal or for another program.
@Command(name = "report", description = "Prints the metrics of a campaign.", mixinStandardHelpOptions = true)
public final class Report implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions server;

    @Parameters(index = "0", paramLabel = "CAMPAIGN", description = "the campaign's id")
    private String campaign;

    @Option(names = "--from", paramLabel = "DAY", description = "first day, YYYY-MM-DD (default: 2006-01-01)")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DAY", description = "last day, YYYY-MM-DD (default: today)")
    private Optional<String> to = Optional.empty();

    @Option(names = "--model", paramLabel = "MODEL", description = "model of attributed revenue (default: LINEAR)")
    private Optional<String> model = Optional.empty();

    @Option(names = "--rule-set", paramLabel = "NAME", description = "rule set to judge under (default: the account's)")
    private Optional<String> ruleSet = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private ReportFormat format;

    @Override
    public Integer call() {
        try (var api = server.connect()) {
            var answer = api.get("/api/v1/campaigns/" + Api.encoded(campaign) + "/metrics", query());
            var out = spec.commandLine().getOut();
            out.print(format.render(campaign, answer));
            out.flush();
        }
        return 0;
    }

    private Map<String, Optional<String>> query() {
        var query = new LinkedHashMap<String, Optional<String>>();
        query.put("from", from);
        query.put("to", to);
        query.put("model", model);
        query.put("ruleSet", ruleSet);
        return query;
    }
}
