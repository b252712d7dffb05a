package tributary.attribution.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.attribution.AssetType;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogChangesTest {
    private static final List<String> UTMS = List.of("spring", "Spring", "autumn", "");
    private static final int INSTANTS = 60;

    private int order;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_catalog_asked_for_after_each_fact_ends_as_one_asked_for_once(long seed) {
        var asked = numbered();
        var unasked = numbered();
        for (var fact : facts(seed)) {
            fact.accept(asked);
            asked.catalog();
            fact.accept(unasked);
        }

        assertThat(meanings(asked.catalog())).isEqualTo(meanings(unasked.catalog()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_means_something_else_at_an_instant_is_told_with_that_instant(long seed) {
        var history = numbered();
        history.takeChanges();
        var before = meanings(history.catalog());
        for (var fact : facts(seed)) {
            fact.accept(history);
            var changes = history.takeChanges();
            var now = meanings(history.catalog());
            for (var place : now.keySet())
                if (!now.get(place).equals(before.get(place)))
                    assertThat(place.isIn(changes))
                            .as("%s in %s", place, changes)
                            .isTrue();
            before = now;
        }
    }

    @Test
    void what_is_said_once_more_changes_nothing() {
        var history = numbered();
        history.campaignCreated(0, "spring", 0, 1);
        history.associated(0, 0, 10, 2);
        history.described(0, "example.org/a", "example.org", true, true, 10, 3);
        history.takeChanges();

        history.associated(0, 0, 20, 4);
        history.utmChanged(0, "spring", 30, 5);
        history.described(0, "example.org/a", "example.org", true, true, 40, 6);

        assertThat(history.takeChanges().isEmpty()).isTrue();
    }

    @Test
    void an_association_that_ends_concerns_later_acts_and_under_forgetful_rules_all_it_counted() {
        var history = numbered();
        history.campaignCreated(0, null, 0, 1);
        history.associated(0, 0, 10, 2);
        history.takeChanges();

        history.dissociated(0, 0, 30, 3);

        assertThat(history.takeChanges().assets())
                .isEqualTo(Map.of(0, new CatalogChange(new Span(30, Holdings.OPEN), new Span(10, Holdings.OPEN))));
    }

    @Test
    void a_utm_value_recorded_late_leaves_the_keys_of_others_as_they_were() {
        var history = new CatalogHistory();
        history.campaign("A");
        history.campaign("B");
        history.campaignCreated(0, "spring", 100, 1);
        var catalog = history.catalog();
        var key = catalog.utmHoldings().key(catalog.utmHoldings().first(catalog.utm("spring")));

        history.campaignCreated(1, "autumn", 50, 2);

        assertThat(history.catalog().utmText(key)).isEqualTo("spring");
    }

    /// What a subject means at an instant; of holdings under rules that keep, or forget, what associations counted.
    private record Place(String kind, int subject, long at, boolean forgetting) implements Comparable<Place> {
        boolean isIn(CatalogChanges changes) {
            var change = switch (kind) {
                case "asset" -> changes.assets().get(subject);
                case "url" -> changes.urls().get(subject);
                case "utm" -> changes.utms().get(subject);
                default -> changes.keywords().get(subject);
            };
            if (change == null) return false;
            var span = forgetting ? change.forgetting() : change.keeping();
            return span.from() <= at && at < span.until();
        }

        @Override
        public int compareTo(Place other) {
            return toString().compareTo(other.toString());
        }
    }

    private static Map<Place, String> meanings(Catalog catalog) {
        var meanings = new TreeMap<Place, String>();
        for (var at = 0L; at < INSTANTS; at++) {
            for (var forgetting : List.of(false, true)) {
                for (var asset = 0; asset < catalog.assets(); asset++)
                    meanings.put(
                            new Place("asset", asset, at, forgetting),
                            holders(catalog.assetHoldings(), asset, at, forgetting)
                                    + catalog.host(asset, at)
                                    + catalog.hasForm(asset, at)
                                    + catalog.isStatic(asset, at));
                for (var url = 0; url < 3; url++)
                    meanings.put(new Place("url", url, at, forgetting), "" + catalog.page(url, at));
                for (var utm = 0; utm < 2; utm++)
                    meanings.put(
                            new Place("utm", utm, at, forgetting), holders(catalog.utmHoldings(), utm, at, forgetting));
                for (var word = 0; word < 2; word++)
                    meanings.put(
                            new Place("keyword", word, at, forgetting),
                            holders(catalog.keywordHoldings(), word, at, forgetting));
            }
        }
        return meanings;
    }

    private static String holders(Holdings all, int subject, long at, boolean forgetting) {
        var holdings = forgetting ? all.stillHeld() : all;
        return IntStream.range(holdings.first(subject), holdings.end(subject))
                .filter(i -> holdings.covers(i, at))
                .mapToObj(i -> holdings.campaign(i) + ":" + holdings.key(i))
                .sorted()
                .toList()
                .toString();
    }

    /// Campaigns 0 to 3, pages 0 to 2, a form, a list, two keywords that are folded alike and another.
    private static CatalogHistory numbered() {
        var history = new CatalogHistory();
        for (var campaign = 0; campaign < 4; campaign++) history.campaign("k" + campaign);
        for (var page = 0; page < 3; page++) history.asset(AssetType.LANDING_PAGE, "p" + page);
        history.asset(AssetType.FORM, "f");
        history.asset(AssetType.OBJECT_LIST, "l");
        for (var word : List.of("running shoes", "Running  Shoes", "boots")) history.asset(AssetType.KEYWORD, word);
        for (var url = 0; url < 3; url++) history.url("example.org/" + url);
        for (var utm : UTMS) history.utmChanged(3, utm, 0, 0);
        return history;
    }

    private List<Consumer<CatalogHistory>> facts(long seed) {
        var random = new Random(seed);
        var facts = new ArrayList<Consumer<CatalogHistory>>();
        for (var i = 0; i < 120; i++) facts.add(fact(random));
        return facts;
    }

    private Consumer<CatalogHistory> fact(Random random) {
        var campaign = random.nextInt(4);
        var asset = random.nextInt(8);
        var at = (long) random.nextInt(INSTANTS);
        var recorded = ++order;
        return switch (random.nextInt(12)) {
            case 0 -> it -> it.campaignCreated(campaign, null, at, recorded);
            case 1, 2 -> {
                var utm = UTMS.get(random.nextInt(UTMS.size()));
                yield it -> it.utmChanged(campaign, utm, at, recorded);
            }
            case 3 -> {
                var deleted = random.nextInt(3) == 0;
                yield it -> {
                    if (deleted) it.campaignDeleted(campaign, at, recorded);
                };
            }
            case 4, 5 -> it -> it.dissociated(campaign, asset, at, recorded);
            case 6 -> {
                var url = "example.org/" + random.nextInt(3);
                yield it -> it.described(asset % 5, url, "host" + asset, null, null, at, recorded);
            }
            case 7 -> {
                var says = random.nextBoolean();
                yield it -> it.described(asset % 5, null, null, says, !says, at, recorded);
            }
            default -> it -> it.associated(campaign, asset, at, recorded);
        };
    }
}
