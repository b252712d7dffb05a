package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.journey.Strand;
import tributary.events.ContactEvent;
import tributary.events.ContactId;
import tributary.events.Fact;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.InteractionsRecorded;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompactionTest {
    private static final int BROWSERS = 40_000;
    private static final int BATCH = 2_000;
    private static final Instant BEGIN = Instant.parse("2023-04-01T00:00:00Z");

    private final Random random = new Random(7);
    private int acts;

    /// Every browser acts once more, so that each strand leaves its run behind: far more rows lie idle than may.
    @Test
    void laying_touches_anew_little_by_little_between_facts_loses_and_mixes_up_nothing() {
        var facts = new ArrayList<Fact>();
        for (var round = 0; round < 4; round++)
            for (var from = 0; from < BROWSERS; from += BATCH) {
                facts.add(batch(from));
                if (round > 0) facts.add(someoneIdentified());
            }
        var told = Told.of(facts);
        var live = new AccountJourneys(Told.ACCOUNT, told);
        var most = 0.0;
        for (var position = 1; position <= told.head(); position++) {
            live.apply(told.at(position));
            if (position < BROWSERS / BATCH) continue;
            live.drain();
            most = Math.max(most, live.idle());
        }
        var atOnce = new AccountJourneys(Told.ACCOUNT, told);
        for (var position = 1; position <= told.head(); position++) atOnce.apply(told.at(position));
        atOnce.drain();

        assertThat(walk(live)).isEqualTo(walk(atOnce));
        assertThat(most).isGreaterThan(0.1);
        for (var i = 0; i < 20; i++) live.drain();
        assertThat(live.idle()).isLessThan(0.4);
    }

    private Fact batch(int from) {
        List<Interaction> batch = new ArrayList<>();
        for (var browser = from; browser < from + BATCH; browser++) batch.add(act(browser));
        return new InteractionsRecorded(Told.ACCOUNT, "key", batch);
    }

    private Interaction act(int browser) {
        return new Interaction(
                BEGIN.plusMillis(random.nextInt(1_000_000_000)),
                InteractionKind.PAGE_VIEW,
                "v" + browser,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "line" + acts++);
    }

    /// Their strand has another person from now on, perhaps one whose touches have been laid already.
    private Fact someoneIdentified() {
        return new ContactEvent.VisitorIdentified(
                new ContactId("c" + random.nextInt(50)), "v" + random.nextInt(BROWSERS), false, BEGIN);
    }

    private static List<String> walk(AccountJourneys journeys) {
        var people = journeys.cursor();
        var strand = new Strand();
        var persons = new ArrayList<String>();
        for (var number = 0; number < journeys.people(); number++) {
            people.person(number);
            var touches = new StringBuilder();
            for (var i = 0; i < people.strands(); i++) {
                people.strand(i, strand);
                touches.append(' ').append(strand.number()).append(':');
                for (var row = strand.from(); row < strand.to(); row++)
                    touches.append(strand.touches().position(row))
                            .append('/')
                            .append(strand.touches().line(row))
                            .append(' ');
            }
            persons.add(touches.toString());
        }
        return persons;
    }
}
