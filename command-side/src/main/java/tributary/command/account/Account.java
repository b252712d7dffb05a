package tributary.command.account;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import tributary.command.account.AccountCommand.ActivateRuleSet;
import tributary.command.account.AccountCommand.AskPlacement;
import tributary.command.account.AccountCommand.AskSettings;
import tributary.command.account.AccountCommand.ChangeAccount;
import tributary.command.account.AccountCommand.DefinePipeline;
import tributary.command.account.AccountCommand.DefineRuleSet;
import tributary.command.account.AccountCommand.OpenAccount;
import tributary.command.account.AccountCommand.SetRate;
import tributary.events.AccountEvent;
import tributary.events.AccountEvent.AccountChanged;
import tributary.events.AccountEvent.AccountOpened;
import tributary.events.AccountEvent.PipelineDefined;
import tributary.events.AccountEvent.RateSet;
import tributary.events.AccountEvent.RuleSetDefined;
import tributary.events.AccountId;
import tributary.events.Refusal;

/// An account guards that it is opened once, and knows its present settings, its rule sets by
/// name, and the stages that deals can be in.
@Aggregate
class Account {
    /// When opening settings and the default pipeline begin to hold: any later word on them, whatever past it is
    /// dated in, takes their place (D-13).
    static final Instant EVER = Instant.EPOCH;

    @AggregateIdentifier
    private String key;

    private boolean opened;
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, Instant> saidAt = new HashMap<>();
    private final Pipelines pipelines = new Pipelines();
    private final RuleSets ruleSets = new RuleSets();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(OpenAccount command) {
        if (opened)
            throw new Refusal.Conflict(
                            "account-exists",
                            "The account's id is in use",
                            "account " + command.account() + " exists; expected another id")
                    .with("account", command.account().value());
        refuseUnknownRules(command.settings());
        key = command.target();
        apply(new AccountOpened(command.account(), command.settings(), EVER));
        apply(Pipelines.standard(command.account()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ChangeAccount command) {
        refuseUnlessOpened(command.account());
        refuseUnknownRules(command.settings());
        apply(new AccountChanged(command.account(), command.settings(), command.at()));
    }

    private void refuseUnknownRules(Map<String, String> said) {
        var name = said.get(Settings.RULE_SET);
        if (name != null) ruleSets.refuseUnknown(Settings.RULE_SET, name);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(DefineRuleSet command) {
        refuseUnlessOpened(command.account());
        ruleSets.refuseUsed(command.name());
        ruleSets.refuseUnknown("base", command.base());
        apply(new RuleSetDefined(
                command.account(), command.name(), command.base(), command.parameters(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ActivateRuleSet command) {
        refuseUnlessOpened(command.account());
        ruleSets.refuseUnknown(Settings.RULE_SET, command.name());
        if (command.name().equals(settings.get(Settings.RULE_SET))) return;
        var said = saidAt.getOrDefault(Settings.RULE_SET, Instant.MIN);
        var at = said.isAfter(command.at()) ? said : command.at();
        apply(new AccountChanged(command.account(), Map.of(Settings.RULE_SET, command.name()), at));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(DefinePipeline command) {
        refuseUnlessOpened(command.account());
        apply(new PipelineDefined(
                command.account(), command.pipeline(), command.label(), command.stages(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(SetRate command) {
        refuseUnlessOpened(command.account());
        apply(new RateSet(command.account(), command.currency(), command.rate(), command.since(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Map<String, String> handle(AskSettings question) {
        refuseUnlessOpened(question.account());
        return Map.copyOf(settings);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Placement handle(AskPlacement question) {
        refuseUnlessOpened(question.account());
        return pipelines.place(question.pipelines(), question.stage());
    }

    private void refuseUnlessOpened(AccountId account) {
        if (!opened) throw Refusal.Unknown.account(account.value());
    }

    @EventSourcingHandler
    void on(AccountEvent event, @SourceId String source) {
        switch (event) {
            case AccountOpened accountOpened -> {
                key = source;
                opened = true;
                remember(accountOpened.settings(), accountOpened.at());
            }
            case AccountChanged changed -> remember(changed.settings(), changed.at());
            case PipelineDefined defined -> pipelines.define(defined);
            case RuleSetDefined defined -> ruleSets.define(defined.name());
            case RateSet _ -> {}
        }
    }

    private void remember(Map<String, String> said, Instant at) {
        said.forEach((setting, value) -> {
            if (at.isBefore(saidAt.getOrDefault(setting, Instant.MIN))) return;
            settings.put(setting, value);
            saidAt.put(setting, at);
        });
    }
}
