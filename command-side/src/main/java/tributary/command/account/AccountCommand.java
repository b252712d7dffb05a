package tributary.command.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tributary.command.line.Command;
import tributary.events.AccountEvent.Stage;
import tributary.events.AccountId;
import tributary.events.PipelineId;

/// What someone can want of an account.
sealed interface AccountCommand extends Command {
    @Override
    default String target() {
        return account() + "/account/" + account();
    }

    /// @param settings all of them, as in [tributary.events.AccountEvent.AccountOpened]
    record OpenAccount(AccountId account, Map<String, String> settings) implements AccountCommand {}

    record ChangeAccount(AccountId account, Map<String, String> settings, Instant at) implements AccountCommand {}

    /// @param parameters as in [tributary.events.AccountEvent.RuleSetDefined]; whoever sends this has checked them
    record DefineRuleSet(AccountId account, String name, String base, Map<String, Object> parameters, Instant at)
            implements AccountCommand {}

    /// From now on reports are answered under this rule set where none is named, whatever was said for later.
    record ActivateRuleSet(AccountId account, String name, Instant at) implements AccountCommand {}

    record DefinePipeline(AccountId account, PipelineId pipeline, String label, List<Stage> stages, Instant at)
            implements AccountCommand {}

    record SetRate(AccountId account, String currency, BigDecimal rate, LocalDate since, Instant at)
            implements AccountCommand {}

    /// A question: the present settings. Answered with a map.
    record AskSettings(AccountId account) implements AccountCommand {}

    /// A question: where does a deal stand that is said to be in this stage? Answered with a [Placement], and refused
    /// if there is no such stage.
    ///
    /// @param pipelines the stage is looked for in each; unknown ones, or none at all, mean the default one
    record AskPlacement(AccountId account, List<String> pipelines, String stage) implements AccountCommand {}
}
