package tributary.query.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.query.directory.CampaignEntry;
import tributary.query.directory.Directory;
import tributary.query.live.FiguresView;
import tributary.query.live.LiveWorld;
import tributary.query.live.MadeUpHistory;

/// What every [Figures] with its [Directory] answers, wherever they are kept. The histories are made up at random.
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class FiguresContract {
    private static final long FROM = LocalDate.parse("2023-01-01").toEpochDay();
    private static final long TO = LocalDate.parse("2024-12-31").toEpochDay();
    private static final long APRIL = LocalDate.parse("2023-04-01").toEpochDay();
    private static final long MAY = LocalDate.parse("2023-05-01").toEpochDay();

    @TempDir
    protected Path folder;

    protected LiveWorld world;

    @BeforeEach
    void open() {
        world = new LiveWorld(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    /// Looks at the account with everything that is recorded.
    protected abstract <T> T look(Optional<String> ruleSet, Function<FiguresView, T> report);

    private <T> T look(Function<FiguresView, T> report) {
        return look(Optional.empty(), report);
    }

    private void given(long seed) {
        world.record(new MadeUpHistory(LiveWorld.ACME, seed, 12).facts(220));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everything_is_as_judged_on_the_heap(long seed) {
        given(seed);
        var expected = world.ask(Optional.empty(), ToldFigures::of);
        assertThat(look(ToldFigures::of)).isEqualTo(expected);
    }

    @Test
    void other_rule_sets_have_figures_of_their_own() {
        given(5);
        var expected = world.ask(Optional.of("2024-11"), ToldFigures::of);
        assertThat(look(Optional.of("2024-11"), ToldFigures::of)).isEqualTo(expected);
    }

    @Test
    void facts_change_what_was_told_before() {
        var facts = new MadeUpHistory(LiveWorld.ACME, 6, 12).facts(300);
        for (var from = 0; from < facts.size(); from += 60) {
            world.record(facts.subList(from, Math.min(facts.size(), from + 60)));
            var expected = world.ask(Optional.empty(), ToldFigures::of);
            assertThat(look(ToldFigures::of)).isEqualTo(expected);
        }
    }

    @Test
    void ranges_add_up_to_the_whole_but_for_revenue_contacts() {
        given(7);
        look(view -> {
            for (var metric : Metric.values()) {
                if (metric == Metric.REVENUE_CONTACTS) continue;
                for (var campaign : numbers(view)) {
                    var whole = sum(view, metric, campaign, FROM, TO);
                    var parts = sum(view, metric, campaign, FROM, APRIL) + sum(view, metric, campaign, APRIL + 1, TO);
                    assertThat(parts).as(metric.word()).isEqualTo(whole);
                }
            }
            return true;
        });
    }

    private static long sum(FiguresView view, Metric metric, int campaign, long from, long to) {
        return metric.money()
                ? view.figures().minor(metric, 0, campaign, from, to)
                : view.figures().count(metric, campaign, from, to);
    }

    @Test
    void lists_are_as_long_as_their_counts() {
        given(8);
        look(view -> {
            for (var campaign : numbers(view)) {
                assertThat(contacts(view, ContactList.FIRST_TOUCH, campaign))
                        .isEqualTo(count(view, Metric.NEW_CONTACTS_FIRST_TOUCH, campaign));
                assertThat(contacts(view, ContactList.LAST_TOUCH, campaign))
                        .isEqualTo(count(view, Metric.NEW_CONTACTS_LAST_TOUCH, campaign));
                assertThat(contacts(view, ContactList.INFLUENCED, campaign))
                        .isEqualTo(count(view, Metric.INFLUENCED_CONTACTS, campaign));
                assertThat(contacts(view, ContactList.REVENUE, campaign))
                        .isEqualTo(count(view, Metric.REVENUE_CONTACTS, campaign));
                var pairs = new HashSet<List<Integer>>();
                view.figures().pairs(campaign, APRIL, MAY, (contact, key, _) -> pairs.add(List.of(contact, key)));
                assertThat((long) pairs.size()).isEqualTo(count(view, Metric.UNIQUE_INFLUENCES, campaign));
                var deals = new HashSet<Integer>();
                view.figures().closedDeals(campaign, APRIL, MAY, (deal, _, _, _) -> deals.add(deal));
                assertThat((long) deals.size()).isEqualTo(count(view, Metric.CLOSED_DEALS, campaign));
            }
            return true;
        });
    }

    private static long count(FiguresView view, Metric metric, int campaign) {
        return view.figures().count(metric, campaign, APRIL, MAY);
    }

    private static long contacts(FiguresView view, ContactList list, int campaign) {
        var found = new HashSet<Integer>();
        view.figures().contacts(list, campaign, APRIL, MAY, (contact, _) -> found.add(contact));
        return found.size();
    }

    @Test
    void eligible_deals_add_up_to_what_is_attributable() {
        given(9);
        look(view -> {
            var sum = new long[1];
            view.figures().eligibleDeals(FROM, TO, (_, minor) -> sum[0] += minor);
            assertThat(sum[0]).isEqualTo(view.figures().attributable(FROM, TO));
            return true;
        });
    }

    @Test
    void a_count_is_no_money_and_revenue_contacts_have_no_sum_of_days() {
        given(10);
        look(view -> {
            var figures = view.figures();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> figures.minor(Metric.SESSIONS, 0, Figures.ACCOUNT, FROM, TO));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> figures.count(Metric.ATTRIBUTED_REVENUE, Figures.ACCOUNT, FROM, TO));
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> figures.daily(Metric.REVENUE_CONTACTS, 0, Figures.ACCOUNT, FROM, TO, (_, _) -> {}));
            return true;
        });
    }

    @Test
    void a_range_may_reach_as_far_as_days_do() {
        given(11);
        look(view -> {
            var figures = view.figures();
            assertThat(figures.count(Metric.SESSIONS, Figures.ACCOUNT, Long.MIN_VALUE / 2, Long.MAX_VALUE / 2))
                    .isEqualTo(figures.count(Metric.SESSIONS, Figures.ACCOUNT, FROM, TO));
            return true;
        });
    }

    @Test
    void a_campaign_that_there_is_not_is_not_found() {
        given(12);
        boolean found = look(view -> view.directory().campaign("there is none").isPresent());
        assertThat(found).isFalse();
    }

    private static int[] numbers(FiguresView view) {
        Directory directory = view.directory();
        var campaigns =
                directory.campaigns().stream().mapToInt(CampaignEntry::number).toArray();
        var all = new int[campaigns.length + 1];
        all[0] = Figures.ACCOUNT;
        System.arraycopy(campaigns, 0, all, 1, campaigns.length);
        return all;
    }
}
