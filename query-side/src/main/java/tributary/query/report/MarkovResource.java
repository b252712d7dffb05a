package tributary.query.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tributary.attribution.datadriven.MarkovChain;

/// The Markov chain behind model MARKOV, for a range (docs/data-driven-models.md).
@RestController
class MarkovResource {
    private static final String START = "(start)";
    private static final String CONVERSION = "(conversion)";
    private static final String NULL = "(null)";

    private final Reports reports;

    MarkovResource(Reports reports) {
        this.reports = reports;
    }

    /// Answers under model MARKOV, whatever model is asked for.
    @GetMapping("/api/v1/attribution/markov")
    Map<String, Object> markov(Asked asked) {
        return reports.answer(asked.under(Models.MARKOV), (report, answer) -> {
            var from = report.range().fromDay();
            var to = report.range().toDay();
            var paths = new RangePaths(report.view())
                    .toDeals(from, to)
                    .toNone(from, to)
                    .chainable();
            var chain = new MarkovChain(paths, report.view().catalog()::campaignId);
            var states = states(chain, report);
            answer.put("paths", Map.of("converting", paths.count(true), "notConverting", paths.count(false)))
                    .put("states", states)
                    .put("transitions", transitions(chain, states))
                    .put("conversion", chain.conversion())
                    .put("removalEffects", removalEffects(chain, states));
        });
    }

    /// The start, campaigns by id, conversion, none.
    private static List<String> states(MarkovChain chain, Report report) {
        var states = new ArrayList<String>();
        states.add(START);
        for (var campaign : chain.campaigns()) states.add(report.names().campaign(campaign));
        states.add(CONVERSION);
        states.add(NULL);
        return states;
    }

    /// From, to, probability; those that never happened are left out.
    private static List<List<Object>> transitions(MarkovChain chain, List<String> states) {
        var told = new ArrayList<List<Object>>();
        tell(chain, chain.start(), START, states, told);
        for (var from = 0; from < chain.size(); from++) tell(chain, from, states.get(1 + from), states, told);
        return told;
    }

    private static void tell(MarkovChain chain, int from, String name, List<String> states, List<List<Object>> told) {
        for (var to = 0; to <= chain.ended(); to++) {
            var probability = chain.probability(from, to);
            if (probability > 0) told.add(List.of(name, states.get(1 + to), probability));
        }
    }

    private static Map<String, Double> removalEffects(MarkovChain chain, List<String> states) {
        var effects = new LinkedHashMap<String, Double>();
        for (var state = 0; state < chain.size(); state++)
            effects.put(states.get(1 + state), chain.removalEffect(state) / MarkovChain.UNIT);
        return effects;
    }
}
