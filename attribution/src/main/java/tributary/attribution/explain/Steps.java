package tributary.attribution.explain;

import java.util.ArrayList;
import java.util.List;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;
import tributary.attribution.journey.Person;
import tributary.attribution.journey.Strand;
import tributary.attribution.journey.Touches;
import tributary.attribution.judge.Premises;
import tributary.attribution.judge.SessionCutter;

/// Lays a person's strands out act by act, sessions cut by the judge's own cutter.
final class Steps {
    private static final SessionOrigin[] ORIGINS = SessionOrigin.values();

    private final Premises premises;
    private final Person person;
    private final SessionCutter cutter;
    private final Strand strand = new Strand();
    private final List<Step> steps = new ArrayList<>();
    private Sitting running;

    private Steps(Premises premises, Person person) {
        this.premises = premises;
        this.person = person;
        this.cutter = new SessionCutter(premises);
    }

    /// All touches of the person's strands, those of others in shared browsers and bots' too, in order (D-10).
    static List<Step> of(Premises premises, Person person) {
        var laidOut = new Steps(premises, person);
        for (var index = 0; index < person.strands(); index++) laidOut.add(index);
        laidOut.steps.sort((a, b) -> premises.order().compare(a.touches(), a.row(), b.touches(), b.row()));
        return laidOut.steps;
    }

    private void add(int index) {
        person.strand(index, strand);
        cutter.begin(strand.browser());
        for (var row = strand.from(); row < strand.to(); row++) steps.add(step(strand.touches(), row));
    }

    private Step step(Touches touches, int row) {
        var kind = touches.kind(row);
        var human = premises.verdicts().isPerson(touches, row);
        var contact = contact(touches, row);
        var mine = person.contact() == Touches.NONE || contact != Touches.NONE && person.is(contact);
        return new Step(
                touches,
                row,
                strand.number(),
                mine ? person.contact() : contact,
                mine,
                human,
                Premises.isVisit(kind, strand.browser()),
                premises.page(touches, row),
                human && Kind.of(kind).inBrowser() ? session(touches, row) : null);
    }

    private int contact(Touches touches, int row) {
        var named = touches.contact(row);
        return named != Touches.NONE ? named : strand.owner(touches.at(row));
    }

    private Sitting session(Touches touches, int row) {
        if (cutter.begins(touches, row)) {
            var origin = touches.origin(row);
            running = new Sitting(
                    touches.at(row),
                    strand.number(),
                    strand.browser(),
                    premises.source(touches, row),
                    ORIGINS[origin],
                    premises.isExcluded(origin));
        }
        running.to = touches.at(row);
        return running;
    }
}
