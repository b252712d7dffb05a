package tributary.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.journey.Deal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DealFiguresTest {
    private static final int DEALS = 120;
    private static final int CAMPAIGNS = 4;
    private static final int CONTACTS = 30;
    private static final int MODELS = 3;

    private final Random random = new Random(11);

    /// What was found about a deal, if it is won.
    private record Found(
            int day,
            long amount,
            TreeMap<Integer, int[]> closed,
            List<int[]> revenue,
            long eligible,
            long[][] attributed,
            long[] whole) {}

    @Test
    void figures_are_those_counted_from_scratch_however_often_deals_were_judged_anew() {
        var figures = figures();
        var deals = new ArrayList<Found>();
        for (var deal = 0; deal < DEALS; deal++) deals.add(null);
        for (var i = 0; i < 20 * DEALS; i++) {
            var deal = random.nextInt(DEALS);
            deals.set(deal, random.nextInt(4) == 0 ? null : found());
            figures.replace(deal, contribution(figures, deals.get(deal)));
        }
        assertCounted(figures, deals.stream().filter(found -> found != null).toList());
    }

    @Test
    void parts_filled_apart_make_the_same_figures() {
        var figures = figures();
        figures.reach(0, DEALS);
        var deals = new ArrayList<Found>();
        var parts = List.of(figures.part(), figures.part());
        for (var deal = 0; deal < DEALS; deal++) {
            deals.add(found());
            parts.get(deal % 2).put(deal, contribution(figures, deals.get(deal)));
        }
        parts.forEach(HeapFigures.Part::join);
        assertCounted(figures, deals);
    }

    @Test
    void a_contact_with_several_won_deals_in_a_range_is_one_revenue_contact() {
        var figures = figures();
        for (var deal = 0; deal < 3; deal++) {
            var found = new Found(
                    10 * deal,
                    0,
                    new TreeMap<>(),
                    List.of(new int[] {1, 7}, new int[] {2, 7}),
                    0,
                    new long[MODELS][CAMPAIGNS],
                    new long[MODELS]);
            figures.replace(deal, contribution(figures, found));
        }
        assertThat(figures.count(Metric.REVENUE_CONTACTS, 1, 0, 20)).isEqualTo(1);
        assertThat(figures.count(Metric.REVENUE_CONTACTS, 1, 5, 15)).isEqualTo(1);
        assertThat(figures.count(Metric.REVENUE_CONTACTS, 1, 11, 15)).isZero();
        assertThat(figures.count(Metric.REVENUE_CONTACTS, Figures.ACCOUNT, 0, 20))
                .isEqualTo(1);
    }

    private void assertCounted(HeapFigures figures, List<Found> deals) {
        for (var campaign = Figures.ACCOUNT; campaign < CAMPAIGNS; campaign++) {
            for (var from = 0; from < 100; from += 13) {
                for (var to = from; to < 110; to += 17) assertCounted(figures, deals, campaign, from, to);
            }
        }
    }

    private void assertCounted(HeapFigures figures, List<Found> deals, int campaign, int from, int to) {
        var within = deals.stream()
                .filter(deal -> deal.day() >= from && deal.day() <= to)
                .toList();
        var closed = within.stream()
                .filter(deal -> deal.closed().keySet().stream().anyMatch(is(campaign)))
                .toList();
        assertThat(figures.count(Metric.CLOSED_DEALS, campaign, from, to)).isEqualTo(closed.size());
        assertThat(figures.minor(Metric.INFLUENCED_REVENUE, 0, campaign, from, to))
                .isEqualTo(closed.stream().mapToLong(Found::amount).sum());
        assertThat(figures.count(Metric.REVENUE_CONTACTS, campaign, from, to))
                .isEqualTo(within.stream()
                        .flatMap(deal -> deal.revenue().stream())
                        .filter(pair -> is(campaign).test(pair[0]))
                        .map(pair -> pair[1])
                        .distinct()
                        .count());
        for (var each = 0; each < MODELS; each++) {
            var model = each;
            assertThat(figures.minor(Metric.ATTRIBUTED_REVENUE, model, campaign, from, to))
                    .isEqualTo(within.stream()
                            .mapToLong(deal -> campaign == Figures.ACCOUNT
                                    ? deal.whole()[model]
                                    : deal.attributed()[model][campaign])
                            .sum());
        }
        assertThat(figures.attributable(from, to))
                .isEqualTo(within.stream().mapToLong(Found::eligible).sum());
        var listed = new HashSet<Integer>();
        figures.closedDeals(campaign, from, to, (deal, _, _, influencedBy) -> {
            assertThat(influencedBy).isNotEmpty().isSorted();
            listed.add(deal);
        });
        assertThat(listed).hasSize(closed.size());
    }

    private static Predicate<Integer> is(int campaign) {
        return other -> campaign == Figures.ACCOUNT || other == campaign;
    }

    private static HeapFigures figures() {
        return new HeapFigures(DayCalendar.of(ZoneOffset.UTC), MODELS, 0);
    }

    private Found found() {
        var closed = new TreeMap<Integer, int[]>();
        for (var i = random.nextInt(3); i > 0; i--)
            closed.put(
                    random.nextInt(CAMPAIGNS),
                    random.ints(1 + random.nextInt(3), 0, CONTACTS).distinct().toArray());
        var revenue = new ArrayList<int[]>();
        var pairs = new HashSet<Integer>();
        for (var i = random.nextInt(6); i > 0; i--) {
            var pair = new int[] {random.nextInt(CAMPAIGNS), random.nextInt(CONTACTS)};
            if (pairs.add(pair[0] * CONTACTS + pair[1])) revenue.add(pair);
        }
        var attributed = new long[MODELS][CAMPAIGNS];
        for (var row : attributed) for (var c = 0; c < CAMPAIGNS; c++) row[c] = random.nextInt(3) * -500L;
        var whole = random.longs(MODELS, -100, 100).toArray();
        return new Found(
                random.nextInt(110),
                random.nextLong(-1000, 100_000),
                closed,
                revenue,
                random.nextLong(0, 1_000),
                attributed,
                whole);
    }

    private static DealContribution contribution(HeapFigures figures, Found found) {
        var contribution = figures.dealContribution();
        contribution.begin(deal(found == null ? 0 : found.amount()));
        if (found != null) tell(found, contribution);
        contribution.end();
        return contribution;
    }

    private static void tell(Found found, DealContribution out) {
        out.won(found.day() * Findings.DAY, found.day(), new int[0], 0);
        found.closed().forEach((campaign, contacts) -> out.closed(campaign, contacts, contacts.length));
        found.revenue().forEach(pair -> out.revenueContact(pair[0], pair[1]));
        out.eligible(found.eligible());
        for (var model = 0; model < MODELS; model++) {
            for (var campaign = 0; campaign < CAMPAIGNS; campaign++)
                if (found.attributed()[model][campaign] != 0)
                    out.attributed(model, campaign, found.attributed()[model][campaign]);
            out.credited(model, found.whole()[model], 0);
        }
    }

    private static Deal deal(long amountMinor) {
        return new Deal(
                0,
                0,
                new long[0],
                new boolean[0],
                new int[0],
                new long[0],
                new long[0],
                false,
                true,
                amountMinor,
                true,
                Deal.NO_DAY,
                Deal.NO_INSTANT);
    }
}
