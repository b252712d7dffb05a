package tributary.attribution.twin;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tributary.attribution.Kind;
import tributary.attribution.journey.Settings;
import tributary.attribution.journey.Tier;
import tributary.attribution.judge.DealJudge;
import tributary.attribution.judge.PersonJudge;
import tributary.attribution.judge.Premises;
import tributary.attribution.rules.RuleSet;

/// Turns a history into the judge's inputs, lets it judge, and turns what it found into [Findings].
final class Fold {
    private Fold() {}

    static Figures judge(List<Line> lines, Account opened, RuleSet rules) {
        var account = Twin.present(opened, lines);
        var people = new People(lines);
        var catalog = new FoldedCatalog(lines);
        var persons = new FoldedPeople(people, catalog);
        var premises =
                new Premises(rules, settings(account), catalog.history.catalog(), catalog.arrivals, persons.ties());
        var findings = new Findings();
        var told = new NotedFindings(findings, catalog, persons.contacts);
        var personJudge = new PersonJudge(premises);
        for (var person : persons.persons) {
            told.about(person);
            personJudge.judge(person, told);
        }
        var deals = new FoldedDeals(lines, account, people, persons.contacts);
        var dealJudge = new DealJudge(premises);
        for (var deal : deals.now()) {
            var folded = deals.folded(deal, findings.deals().size());
            var toldDeal = new NotedDeal(findings, catalog, persons.contacts, rules, folded.amountMinor());
            dealJudge.judge(folded, persons, told, toldDeal);
            toldDeal.found().ifPresent(found -> findings.deals().put(deal.id(), found));
        }
        return new Figures(findings.sorted(), account);
    }

    private static Settings settings(Account account) {
        Set<Kind> kinds = account.interactionTypes() == null
                ? EnumSet.allOf(Kind.class)
                : account.interactionTypes().stream().map(Kind::valueOf).collect(Collectors.toSet());
        return new Settings(
                account.zone(),
                account.currency(),
                Tier.ALL,
                account.emailBotFilter(),
                Set.copyOf(account.siteDomains()),
                kinds,
                DayOfWeek.SUNDAY);
    }
}
