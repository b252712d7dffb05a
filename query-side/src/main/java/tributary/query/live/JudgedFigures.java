package tributary.query.live;

import tributary.attribution.judge.Premises;
import tributary.attribution.rules.RuleSet;
import tributary.query.figures.HeapFigures;
import tributary.query.journey.AccountJourneys;
import tributary.query.journey.Changes;

/// The figures of one account under one rule set, and what must be judged anew for them. The ledger's lock guards
/// it.
final class JudgedFigures {
    /// So many are judged sooner than others can be asked to help.
    private static final int FEW = 128;

    private final Unjudged unjudged = new Unjudged();
    private final RuleSet rules;
    private HeapFigures figures;
    private Premises premises;
    private long position;
    private volatile long askedAt = System.nanoTime();

    /// @param position of the journeys
    JudgedFigures(RuleSet rules, long position) {
        this.rules = rules;
        this.position = position;
    }

    RuleSet rules() {
        return rules;
    }

    HeapFigures figures() {
        return figures;
    }

    Premises premises() {
        return premises;
    }

    /// Someone asks now.
    void asked() {
        askedAt = System.nanoTime();
    }

    /// Nanoseconds since someone asked.
    long unasked() {
        return System.nanoTime() - askedAt;
    }

    /// Remembers what has changed.
    void note(Changes changes) {
        unjudged.add(changes.under(rules));
    }

    boolean settled() {
        return unjudged.isEmpty();
    }

    /// Takes over figures that were judged beside; what was noted meanwhile is still to be judged.
    void take(WholeJudging whole) {
        figures = whole.figures();
        premises = whole.premises();
    }

    /// Up to which fact the figures include everything.
    long position() {
        return position;
    }

    /// Judges what must be judged anew.
    ///
    /// @param upTo position of the journeys
    void settle(AccountJourneys journeys, Crew crew, long upTo) {
        if (unjudged.isMost(journeys) || !premises.settings().equals(journeys.settings())) {
            take(WholeJudging.atOnce(journeys, rules, crew));
        } else {
            if (premises.catalog() != journeys.catalog()) premises = premises.with(journeys.catalog());
            judgeChanged(journeys, crew);
            unjudged.deals().each(figures::dealJudged);
        }
        unjudged.clear();
        position = upTo;
    }

    private void judgeChanged(AccountJourneys journeys, Crew crew) {
        if (unjudged.persons().size() + unjudged.deals().size() <= FEW) {
            judgeFew(journeys);
        } else {
            var judging = new SharedJudging(journeys, premises, figures, crew);
            judging.persons(unjudged.persons().all());
            judging.deals(unjudged.deals().all());
        }
        crew.done().judged(unjudged.persons().size(), unjudged.deals().size());
    }

    private void judgeFew(AccountJourneys journeys) {
        var judges = new Judges(journeys, premises, figures);
        unjudged.persons()
                .each(number ->
                        figures.replace(number, judges.person(judges.people().person(number))));
        unjudged.deals().each(number -> figures.replace(number, judges.deal(journeys.deal(number))));
    }
}
