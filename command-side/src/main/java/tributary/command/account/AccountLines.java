package tributary.command.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tributary.command.account.AccountCommand.AskPlacement;
import tributary.command.account.AccountCommand.AskSettings;
import tributary.command.account.AccountCommand.ChangeAccount;
import tributary.command.account.AccountCommand.DefinePipeline;
import tributary.command.account.AccountCommand.SetRate;
import tributary.command.line.Desk;
import tributary.command.line.Line;
import tributary.command.line.LineTypes;
import tributary.command.line.Wrong;
import tributary.events.AccountEvent.PipelineDefined;
import tributary.events.AccountEvent.Stage;
import tributary.events.AccountId;
import tributary.events.PipelineId;

/// The lines about the account itself (api.md section 3).
public final class AccountLines implements LineTypes {
    private static final int LONGEST_LABEL = 256;
    private static final int MOST_STAGES = 200;

    @Override
    public Class<?> aggregate() {
        return Account.class;
    }

    @Override
    public Map<String, BiConsumer<Line, Desk>> byType() {
        return Map.of(
                "account.change", this::change,
                "pipeline.define", this::definePipeline,
                "rate.set", this::setRate);
    }

    /// Where a deal stands that is said to be in this stage.
    ///
    /// @param pipelines the stage is looked for in each; unknown ones, or none at all, mean the default one
    /// @throws tributary.events.Refusal if none of them has such a stage
    public static Placement place(List<String> pipelines, String stage, Desk desk) {
        return desk.send(new AskPlacement(desk.account(), pipelines, stage));
    }

    /// The key of an account's aggregate.
    public static String key(AccountId account) {
        return new AskSettings(account).target();
    }

    /// The account of a desk.
    ///
    /// @throws tributary.events.Refusal if there is no such account
    public static AccountId opened(Desk desk) {
        desk.send(new AskSettings(desk.account()));
        return desk.account();
    }

    /// Some settings of a fact, as lines and answers have them.
    public static Map<String, Object> shown(Map<String, String> settings) {
        return Settings.shown(settings);
    }

    /// Whether an account has this pipeline from the beginning.
    public static boolean isStandard(PipelineDefined defined) {
        return Pipelines.standard(defined.account()).equals(defined);
    }

    private void change(Line line, Desk desk) {
        var settings = Settings.changes(line);
        if (!settings.isEmpty()) desk.send(new ChangeAccount(desk.account(), settings, line.at()));
    }

    private void definePipeline(Line line, Desk desk) {
        desk.send(new DefinePipeline(
                desk.account(),
                new PipelineId(line.neededId("pipeline")),
                line.anyText("label", LONGEST_LABEL).orElse(null),
                stages(line),
                line.at()));
    }

    private static List<Stage> stages(Line line) {
        var accepted = "a list of {\"id\", \"label\", \"isClosed\", \"probability\"}";
        var described = line.objects("stages").orElseThrow(() -> Wrong.missing("stages", accepted));
        if (described.isEmpty() || described.size() > MOST_STAGES)
            throw Wrong.hidden("stages", "has " + described.size() + " entries", "1 to " + MOST_STAGES);
        var stages = new ArrayList<Stage>();
        var ids = new HashSet<String>();
        for (var stage : described) {
            var id = stage.neededId("id");
            if (!ids.add(id)) throw Wrong.value(stage.name("id"), id, "ids that differ");
            stages.add(new Stage(
                    id,
                    stage.anyText("label", LONGEST_LABEL).orElse(null),
                    stage.flag("isClosed").orElse(false),
                    probability(stage)));
        }
        return stages;
    }

    private static BigDecimal probability(Line stage) {
        var probability = stage.decimal("probability").orElse(null);
        if (probability != null && (probability.signum() < 0 || probability.compareTo(BigDecimal.ONE) > 0))
            throw Wrong.value(stage.name("probability"), probability.toPlainString(), "0 to 1");
        return probability;
    }

    private void setRate(Line line, Desk desk) {
        var currency = line.text("currency", LONGEST_LABEL)
                .map(code -> Currencies.checked("currency", code))
                .orElseThrow(() -> Wrong.missing("currency", "an ISO 4217 code such as USD"));
        var rate = line.decimal("rate")
                .orElseThrow(() -> Wrong.missing("rate", "what one unit is worth in the account's currency"));
        if (rate.signum() <= 0) throw Wrong.value("rate", rate.toPlainString(), "more than 0");
        var since = line.day("since").orElseThrow(() -> Wrong.missing("since", "a day such as 2023-04-03"));
        desk.send(new SetRate(desk.account(), currency, rate, since, line.at()));
    }
}
