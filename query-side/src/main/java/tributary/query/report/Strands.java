package tributary.query.report;

import java.util.function.Consumer;
import tributary.attribution.journey.Strand;
import tributary.query.journey.AccountJourneys;

/// All strands of an account.
final class Strands {
    private Strands() {}

    /// Gives each strand once, whoever shares it. The strand is a cursor, moved on after each call.
    static void each(AccountJourneys journeys, Consumer<Strand> out) {
        var people = journeys.cursor();
        var strand = new Strand();
        for (var number = 0; number < journeys.people(); number++) {
            var person = people.person(number);
            for (var index = 0; index < person.strands(); index++) {
                if (!person.isHome(index)) continue;
                person.strand(index, strand);
                out.accept(strand);
            }
        }
    }
}
