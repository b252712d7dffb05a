package tributary.attribution.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.AssetType;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogHistoryTest {
    private final CatalogHistory history = new CatalogHistory();
    private final int a = history.campaign("A");
    private final int b = history.campaign("B");
    private final int form = history.asset(AssetType.FORM, "F");
    private final int page = history.asset(AssetType.SITE_PAGE, "P");
    private final int other = history.asset(AssetType.LANDING_PAGE, "P");

    private int holder(int asset, long at) {
        var holdings = history.catalog().assetHoldings();
        for (var i = holdings.first(asset); i < holdings.end(asset); i++) {
            if (holdings.covers(i, at)) return holdings.campaign(i);
        }
        return Touches.NONE;
    }

    private int holdersOfUtm(String utm, long at) {
        var catalog = history.catalog();
        var holdings = catalog.utmHoldings();
        var count = 0;
        for (var i = holdings.first(catalog.utm(utm)); i < holdings.end(catalog.utm(utm)); i++) {
            if (holdings.covers(i, at)) count++;
        }
        return count;
    }

    @Test
    void MATCH_7_associating_with_another_campaign_ends_the_first_association() {
        List<Consumer<CatalogHistory>> facts = new ArrayList<>(List.of(
                it -> it.campaignCreated(a, null, 0, 1),
                it -> it.campaignCreated(b, null, 0, 2),
                it -> it.associated(a, form, 10, 3),
                it -> it.associated(b, form, 20, 4),
                it -> it.dissociated(a, form, 30, 5),
                it -> it.dissociated(b, form, 40, 6),
                it -> it.associated(a, form, 40, 7)));
        Collections.shuffle(facts, new Random(7));
        facts.forEach(fact -> fact.accept(history));

        assertThat(holder(form, 9)).isEqualTo(Touches.NONE);
        assertThat(holder(form, 10)).isEqualTo(a);
        assertThat(holder(form, 20)).isEqualTo(b);
        assertThat(holder(form, 39)).isEqualTo(b);
        assertThat(holder(form, 40)).isEqualTo(a);
    }

    @Test
    void D_20_and_D_21_a_utm_value_is_folded_and_counts_from_the_creation_of_its_campaign() {
        history.utmChanged(a, " Spring%20Sale", 5, 1);
        history.campaignCreated(a, null, 10, 2);
        history.campaignCreated(b, "spring sale", 20, 3);
        history.utmChanged(a, "", 30, 4);

        assertThat(holdersOfUtm("spring sale", 9)).isZero();
        assertThat(holdersOfUtm("spring sale", 10)).isEqualTo(1);
        assertThat(holdersOfUtm("spring sale", 20)).isEqualTo(2);
        assertThat(holdersOfUtm("spring sale", 30)).isEqualTo(1);
        assertThat(holdersOfUtm("", 30)).isZero();
    }

    @Test
    void D_23_a_deleted_campaign_holds_nothing_and_gives_back_nothing() {
        history.campaignCreated(a, null, 0, 1);
        history.campaignCreated(b, "x", 0, 2);
        history.associated(a, form, 10, 3);
        history.associated(b, form, 20, 4);
        history.campaignDeleted(b, 30, 5);

        assertThat(history.catalog().living(b)).isFalse();
        assertThat(holder(form, 15)).isEqualTo(a);
        assertThat(holder(form, 25)).isEqualTo(Touches.NONE);
        assertThat(holder(form, 35)).isEqualTo(Touches.NONE);
        assertThat(holdersOfUtm("x", 10)).isZero();
    }

    @Test
    void D_16_a_url_means_the_page_it_was_given_to_last_and_before_any_the_first() {
        var url = history.url("example.com/x");
        history.described(other, "example.com/x", null, null, null, 20, 2);
        history.described(page, "example.com/x", null, null, null, 10, 1);
        history.described(form, "example.com/x", null, null, null, 30, 3);

        assertThat(history.catalog().page(url, 5)).isEqualTo(page);
        assertThat(history.catalog().page(url, 19)).isEqualTo(page);
        assertThat(history.catalog().page(url, 20)).isEqualTo(other);
        assertThat(history.catalog().page(url, 30)).isEqualTo(other);
        assertThat(history.catalog().page(history.url("example.com/y"), 30)).isEqualTo(Touches.NONE);
    }

    @Test
    void D_17_what_was_said_first_holds_backwards_and_what_was_not_said_stays() {
        history.described(page, null, "a.example", true, null, 20, 1);
        history.described(page, null, null, false, false, 30, 2);

        var catalog = history.catalog();
        assertThat(catalog.hasForm(page, 10)).isTrue();
        assertThat(catalog.hasForm(page, 30)).isFalse();
        assertThat(catalog.isStatic(page, 10)).isFalse();
        assertThat(catalog.host(page, 40)).isEqualTo("a.example");
        assertThat(catalog.hasForm(other, 10)).isFalse();
        assertThat(catalog.isStatic(other, 10)).isTrue();
        assertThat(catalog.host(other, 10)).isEmpty();
    }

    @Test
    void the_snapshot_is_the_same_until_something_changes() {
        var before = history.catalog();
        assertThat(history.catalog()).isSameAs(before);

        history.campaign("C");
        assertThat(history.catalog()).isNotSameAs(before);
    }
}
