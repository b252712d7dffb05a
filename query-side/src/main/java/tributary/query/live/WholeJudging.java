package tributary.query.live;

import java.util.List;
import java.util.stream.IntStream;
import tributary.attribution.judge.Premises;
import tributary.attribution.rules.RuleSet;
import tributary.query.figures.DayCalendar;
import tributary.query.figures.HeapFigures;
import tributary.query.journey.AccountJourneys;

/// Judges all persons, then all deals, into new figures, on all cores. It goes in slices between which facts may be
/// folded: who is touched by them must be judged once more when all slices are done.
final class WholeJudging {
    /// Small enough for others to take their turn, large enough not to wait for each other.
    private static final int SLICE = 1 << 14;
    /// A deal takes as long as some ten persons.
    private static final int DEAL_SLICE = 1 << 11;

    private static final int PORTION = 1 << 8;
    private static final int DEAL_PORTION = 1 << 6;
    /// The name by which the linear model is known (D-36).
    private static final String LINEAR = "LINEAR";

    private final AccountJourneys journeys;
    private final RuleSet rules;
    private final Crew crew;
    private final HeapFigures figures;
    private final List<Hand> hands;
    private final int persons;
    private final int deals;
    private Premises premises;
    private int personsDone;
    private int dealsDone;

    WholeJudging(AccountJourneys journeys, RuleSet rules, Crew crew) {
        this.journeys = journeys;
        this.rules = rules;
        this.crew = crew;
        this.premises = premises(journeys, rules);
        this.figures = new HeapFigures(
                DayCalendar.of(journeys.settings().zone()),
                rules.models().size(),
                rules.model(LINEAR).orElse(-1));
        this.persons = journeys.people();
        this.deals = journeys.deals();
        figures.reach(persons, deals);
        this.hands = IntStream.range(0, crew.hands()).mapToObj(_ -> new Hand()).toList();
    }

    /// Judges everything without a break.
    static WholeJudging atOnce(AccountJourneys journeys, RuleSet rules, Crew crew) {
        var whole = new WholeJudging(journeys, rules, crew);
        while (whole.slice()) {} // until there is no more
        return whole;
    }

    static Premises premises(AccountJourneys journeys, RuleSet rules) {
        return new Premises(rules, journeys.settings(), journeys.catalog(), journeys.arrivals(), journeys.ties());
    }

    /// Judges the next slice; says whether there is more. Journeys must hold still meanwhile.
    boolean slice() {
        keepUp();
        if (personsDone < persons) {
            var to = Math.min(persons, personsDone + SLICE);
            crew.share(
                    personsDone, to, PORTION, hands.stream().map(Hand::persons).toList());
            crew.done().judged(to - personsDone, 0);
            personsDone = to;
        } else if (dealsDone < deals) {
            var to = Math.min(deals, dealsDone + DEAL_SLICE);
            crew.share(
                    dealsDone, to, DEAL_PORTION, hands.stream().map(Hand::deals).toList());
            crew.done().judged(0, to - dealsDone);
            dealsDone = to;
        }
        if (personsDone < persons || dealsDone < deals) return true;
        hands.forEach(Hand::join);
        return false;
    }

    /// Whether settings have changed so that all that was judged is void.
    boolean isVoid() {
        return !premises.settings().equals(journeys.settings());
    }

    /// Persons and deals judged.
    long done() {
        return (long) personsDone + dealsDone;
    }

    /// Persons and deals to judge.
    long total() {
        return (long) persons + deals;
    }

    HeapFigures figures() {
        return figures;
    }

    Premises premises() {
        return premises;
    }

    private void keepUp() {
        if (premises.catalog() == journeys.catalog()) return;
        premises = premises.with(journeys.catalog());
        hands.forEach(Hand::renew);
    }

    /// What one thread works with.
    private final class Hand {
        private final HeapFigures.Part part = figures.part();
        private Judges judges;
        /// Without meaning.
        private long seen;

        Crew.Worker persons() {
            return (from, to) -> {
                seen += judges().people().lookAhead(from, to);
                for (var person = from; person < to; person++)
                    part.put(person, judges().person(judges.people().person(person)));
            };
        }

        Crew.Worker deals() {
            return (from, to) -> {
                for (var deal = from; deal < to; deal++) part.put(deal, judges().deal(journeys.deal(deal)));
            };
        }

        void renew() {
            judges = null;
        }

        void join() {
            part.join();
        }

        private Judges judges() {
            if (judges == null) judges = new Judges(journeys, premises, figures);
            return judges;
        }
    }
}
