package tributary.query.live;

import java.util.List;
import java.util.stream.IntStream;
import tributary.attribution.judge.Premises;
import tributary.query.figures.HeapFigures;
import tributary.query.journey.AccountJourneys;

/// Judges many persons and deals anew on all cores, and puts what is otherwise than before in its place.
final class SharedJudging {
    /// So many are judged before the changes are put in their places.
    private static final int SLICE = 1 << 13;
    private static final int PORTION = 1 << 5;

    private final AccountJourneys journeys;
    private final Crew crew;
    private final List<Hand> hands;

    SharedJudging(AccountJourneys journeys, Premises premises, HeapFigures figures, Crew crew) {
        this.journeys = journeys;
        this.crew = crew;
        this.hands = IntStream.range(0, crew.hands())
                .mapToObj(_ -> new Hand(new Judges(journeys, premises, figures), figures.replacements()))
                .toList();
    }

    void persons(int[] numbers) {
        share(numbers, Hand::person);
    }

    /// To be called once all persons are judged.
    void deals(int[] numbers) {
        share(numbers, Hand::deal);
    }

    private void share(int[] numbers, Judging judging) {
        for (var from = 0; from < numbers.length; from += SLICE) {
            crew.share(from, Math.min(numbers.length, from + SLICE), PORTION, workers(numbers, judging));
            hands.forEach(hand -> hand.found.put());
        }
    }

    private List<Crew.Worker> workers(int[] numbers, Judging judging) {
        return hands.stream()
                .<Crew.Worker>map(hand -> (from, to) -> {
                    for (var i = from; i < to; i++) judging.judge(hand, numbers[i]);
                })
                .toList();
    }

    private interface Judging {
        void judge(Hand hand, int number);
    }

    /// What one thread works with.
    private final class Hand {
        private final Judges judges;
        private final HeapFigures.Replacements found;

        Hand(Judges judges, HeapFigures.Replacements found) {
            this.judges = judges;
            this.found = found;
        }

        void person(int number) {
            found.add(number, judges.person(judges.people().person(number)));
        }

        void deal(int number) {
            found.add(number, judges.deal(journeys.deal(number)));
        }
    }
}
