package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.attribution.Doubt;
import tributary.attribution.SessionOrigin;
import tributary.attribution.journey.CatalogHistory;
import tributary.attribution.journey.TouchOrder;
import tributary.attribution.journey.Touches;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LooseTouchesTest {
    private static final int STRANDS = 1_000;

    /// Fits into no block.
    private static final int LONGEST = 7;

    private final SplittableRandom random = new SplittableRandom(7);
    private final Strands strands = new Strands(new TouchOrder(new CatalogHistory(), (_, _, _, _) -> {
        throw new AssertionError("no two touches are of one instant");
    }));

    /// More than are sorted at a time, and fewer.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 30_000, 2_300_000})
    void every_touch_lies_in_its_strand_in_order(int touches) {
        for (var strand = 0; strand < STRANDS; strand++) strands.add(Touches.NONE);
        var expected = new ArrayList<List<Integer>>();
        for (var strand = 0; strand < STRANDS; strand++) expected.add(new ArrayList<>());
        for (var touch = 0; touch < touches; touch++) {
            var strand = touch % 40 == 0 ? LONGEST : random.nextInt(STRANDS - 1);
            expected.get(strand).add(touch);
            add(strand, touch);
        }

        var old = strands.beginCompacting();
        for (var strand = STRANDS - 1; strand >= 0; strand--) strands.relay(strand, old);
        strands.endCompacting(LooseTouchesTest::share);

        var wrong = 0;
        for (var strand = 0; strand < STRANDS; strand++) {
            var own = expected.get(strand);
            own.sort((a, b) -> Long.compare(at(a), at(b)));
            assertThat(strands.count(strand)).isEqualTo(own.size());
            for (var i = 0; i < own.size(); i++)
                if (!is(own.get(i), strands.block(strand), strands.from(strand) + i)) wrong++;
        }
        assertThat(wrong).isZero();
        assertThat(strands.touches()).isEqualTo(touches);
    }

    /// One portion after the other, the last first.
    private static void share(int from, int to, int portion, Hands.Work work) {
        if (to - from > portion) share(from + portion, to, portion, work);
        if (from < to) work.on(from, Math.min(to, from + portion));
    }

    /// Now and then one comes late.
    private static long at(int touch) {
        return touch % 100 == 99 ? touch - 5_000_000L : touch;
    }

    private void add(int strand, int touch) {
        strands.add(
                strand,
                at(touch),
                touch % 20,
                flags(touch),
                touch % 1_000 - 500,
                touch % 900 - 450,
                touch % 5_000,
                touch % 7 - 1,
                touch,
                touch % 60_000);
    }

    private static int flags(int touch) {
        return Touches.flags(Doubt.values()[touch % 5], SessionOrigin.values()[touch % 4], touch % 3 == 0);
    }

    private static boolean is(int touch, Touches block, int row) {
        return block.at(row) == at(touch)
                && block.kind(row) == touch % 20
                && block.doubt(row) == touch % 5
                && block.origin(row) == touch % 4
                && block.byAddress(row) == (touch % 3 == 0)
                && block.asset(row) == touch % 1_000 - 500
                && block.page(row) == touch % 900 - 450
                && block.arrival(row) == touch % 5_000
                && block.contact(row) == touch % 7 - 1
                && block.position(row) == touch
                && block.line(row) == (short) (touch % 60_000);
    }
}
