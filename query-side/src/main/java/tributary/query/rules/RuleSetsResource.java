package tributary.query.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tributary.events.Refusal;
import tributary.query.journey.AccountJourneys;
import tributary.query.journey.RuleSets;
import tributary.query.journey.RuleSets.Made;
import tributary.query.live.AccountView;
import tributary.query.live.ReportDesk;
import tributary.query.replay.Activations;
import tributary.store.Caller;
import tributary.store.Scopes;

/// The rule sets that reports can be asked under are shown, made and activated (docs/api.md section 7).
@RestController
@RequestMapping("/api/v1/rule-sets")
class RuleSetsResource {
    private final ReportDesk desk;
    private final RuleDecisions decisions;
    private final Activations activations;

    RuleSetsResource(ReportDesk desk, RuleDecisions decisions, Activations activations) {
        this.desk = desk;
        this.decisions = decisions;
        this.activations = activations;
    }

    @GetMapping
    Map<String, Object> all(@RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        requireReading(caller);
        return look(caller, journeys -> {
            var shown = new LinkedHashMap<String, Object>();
            shown.put(
                    "ruleSets",
                    journeys.ruleSets().all().stream()
                            .map(made -> Documentation.shown(made, journeys.ruleSet()))
                            .toList());
            shown.put("documentation", Documentation.PARAMETERS);
            return shown;
        });
    }

    @GetMapping("/{name}")
    Map<String, Object> one(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable String name) {
        requireReading(caller);
        return look(caller, journeys -> Documentation.documented(known(journeys, name), journeys.ruleSet()));
    }

    /// Makes a rule set of the account's own. A name is never given another meaning.
    @PutMapping("/{name}")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> make(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable String name,
            @RequestBody(required = false) JsonNode body) {
        caller.require(Scopes.RULES_WRITE);
        var proposal = Proposal.of(body);
        var base = look(caller, journeys -> journeys.ruleSets().required(proposal.base()));
        var made = proposal.make(base, name);
        decisions.define(caller, name, proposal.base(), proposal.parameters());
        return look(caller, journeys -> Documentation.documented(made, journeys.ruleSet()));
    }

    /// Judges under a rule set beside what is published, then switches the account to it in one step.
    @PostMapping("/{name}/activate")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Object> activate(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable String name) {
        caller.require(Scopes.RULES_WRITE);
        look(caller, journeys -> known(journeys, name));
        return activations.start(caller, name);
    }

    private static void requireReading(Caller caller) {
        if (!caller.may(Scopes.RULES_WRITE)) caller.require(Scopes.CAMPAIGNS_READ);
    }

    private static Made known(AccountJourneys journeys, String name) {
        return journeys.ruleSets().find(name).orElseThrow(() -> new Refusal.Unknown("rule set", RuleSets.shown(name)));
    }

    private <T> T look(Caller caller, Function<AccountJourneys, T> look) {
        Function<AccountView, T> report = view -> look.apply(view.journeys());
        return desk.ask(caller.account(), Optional.empty(), Optional.empty(), true, report);
    }
}
