package tributary.command.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tributary.command.line.Wrong;
import tributary.events.AccountEvent.PipelineDefined;
import tributary.events.AccountEvent.Stage;
import tributary.events.AccountId;
import tributary.events.PipelineId;

/// The pipelines of an account, as far as deals must fit into them.
///
/// A stage that a pipeline ever had is accepted, since what arrives late may tell of it; a refusal names those of the
/// present definition, the last by `at` (D-13).
final class Pipelines {
    static final PipelineId DEFAULT = new PipelineId("default");

    private final Map<PipelineId, Known> byId = new HashMap<>();

    /// @param present stages of the present definition
    private record Known(Set<String> everHad, List<String> present, Instant since) {
        static final Known NOTHING = new Known(Set.of(), List.of(), Instant.MIN);

        Known with(List<String> stages, Instant at) {
            var all = new LinkedHashSet<>(everHad);
            all.addAll(stages);
            return at.isBefore(since) ? new Known(all, present, since) : new Known(all, stages, at);
        }
    }

    /// What every account begins with.
    static PipelineDefined standard(AccountId account) {
        return new PipelineDefined(account, DEFAULT, "Sales pipeline", defaultStages(), Account.EVER);
    }

    /// `open`, HubSpot's default stages with their probabilities, `closedwon`, `closedlost`.
    static List<Stage> defaultStages() {
        return List.of(
                stage("open", "Open", "0.1"),
                stage("appointmentscheduled", "Appointment scheduled", "0.2"),
                stage("qualifiedtobuy", "Qualified to buy", "0.4"),
                stage("presentationscheduled", "Presentation scheduled", "0.6"),
                stage("decisionmakerboughtin", "Decision maker bought in", "0.8"),
                stage("contractsent", "Contract sent", "0.9"),
                new Stage("closedwon", "Closed won", true, BigDecimal.ONE),
                new Stage("closedlost", "Closed lost", true, BigDecimal.ZERO));
    }

    private static Stage stage(String id, String label, String probability) {
        return new Stage(id, label, false, new BigDecimal(probability));
    }

    void define(PipelineDefined defined) {
        var stages = defined.stages().stream().map(Stage::id).toList();
        var known = byId.getOrDefault(defined.pipeline(), Known.NOTHING);
        byId.put(defined.pipeline(), known.with(stages, defined.at()));
    }

    /// The first of these pipelines that ever had the stage.
    Placement place(List<String> named, String stage) {
        var candidates = named.stream()
                .map(PipelineId::new)
                .map(pipeline -> byId.containsKey(pipeline) ? pipeline : DEFAULT)
                .toList();
        if (candidates.isEmpty()) candidates = List.of(DEFAULT);
        for (var pipeline : candidates)
            if (byId.get(pipeline).everHad.contains(stage)) return new Placement(pipeline, stage);
        var present = byId.get(candidates.getFirst()).present;
        throw Wrong.value(
                "stage", stage, "one of pipeline " + candidates.getFirst() + ": " + String.join(", ", present));
    }
}
