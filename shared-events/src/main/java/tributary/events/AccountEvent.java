package tributary.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What can happen to an account: its settings, its pipelines, its exchange rates. The aggregate is the account.
public sealed interface AccountEvent extends Fact {
    AccountId account();

    /// `settings` under the names of docs/api.md section 2 (`name`, `timeZone`, `currency`, `tier`, `weekStart`,
    /// `emailBotFilter`, `siteDomains`, `interactionTypes`, `ruleSet`), every one of them; lists are joined with
    /// commas; `interactionTypes` is empty when every type takes part.
    record AccountOpened(AccountId account, Map<String, String> settings, Instant at) implements AccountEvent {
        public AccountOpened {
            Blank.refuseMissing(account, "account");
            settings = Map.copyOf(settings);
        }
    }

    /// Only the settings that changed, in the form of [AccountOpened]; of several the last by `at` is the present
    /// one (D-13).
    record AccountChanged(AccountId account, Map<String, String> settings, Instant at) implements AccountEvent {
        public AccountChanged {
            Blank.refuseMissing(account, "account");
            settings = Map.copyOf(settings);
        }
    }

    /// A rule set of the account's own, under a name that is never used again: what was said about it, and nothing
    /// that follows from it.
    ///
    /// @param base name of the rule set whose parameters hold where nothing else is said
    /// @param parameters plain values under the names of docs/rules.md, as [Plain] keeps them
    record RuleSetDefined(AccountId account, String name, String base, Map<String, Object> parameters, Instant at)
            implements AccountEvent {
        public RuleSetDefined {
            Blank.refuseMissing(account, "account");
            Blank.refuse(name, "name of a rule set");
            Blank.refuse(base, "base of a rule set");
            parameters = Plain.map(parameters);
        }
    }

    /// The pipeline as a whole; the last definition by `at` is the present one, and judges all of history (D-13).
    record PipelineDefined(AccountId account, PipelineId pipeline, String label, List<Stage> stages, Instant at)
            implements AccountEvent {
        public PipelineDefined {
            Blank.refuseMissing(account, "account");
            Blank.refuseMissing(pipeline, "pipeline");
            stages = List.copyOf(stages);
        }
    }

    /// A stage of a pipeline, in display order. Won = closed with probability 1.
    record Stage(String id, String label, boolean closed, BigDecimal probability) {
        public Stage {
            Blank.refuse(id, "stage id");
        }

        public boolean won() {
            return closed && probability != null && probability.compareTo(BigDecimal.ONE) == 0;
        }
    }

    /// One unit of `currency` is worth `rate` of the account's currency from the day `since` on (D-43).
    record RateSet(AccountId account, String currency, BigDecimal rate, LocalDate since, Instant at)
            implements AccountEvent {
        public RateSet {
            Blank.refuseMissing(account, "account");
            Blank.refuse(currency, "currency");
            Blank.refuseMissing(rate, "rate");
            Blank.refuseMissing(since, "since");
        }
    }
}
