package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.Kind;
import tributary.attribution.TrafficSource;
import tributary.attribution.explain.Act;
import tributary.attribution.explain.DealCredit;
import tributary.attribution.journey.Touches;
import tributary.query.report.Attribution.By;
import tributary.query.report.Attribution.Row;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AttributionTest { // D-48
    private static final DealCredit CREDIT = credit(
            credited(1, 11, TrafficSource.DIRECT_TRAFFIC, 300),
            credited(2, 12, TrafficSource.EMAIL_MARKETING, 500),
            credited(1, Touches.NONE, TrafficSource.EMAIL_MARKETING, 200));

    private final Attribution attribution = new Attribution(new NamesStub(), "EUR");

    @Test
    void by_asset_acts_without_asset_are_unattributed() {
        attribution.deal(By.ASSET, 1000, CREDIT);

        assertThat(attribution.rows())
                .containsExactly(
                        new Row("LANDING_PAGE/LP12", "LANDING_PAGE", "Page 12", "5.00"),
                        new Row("LANDING_PAGE/LP11", "LANDING_PAGE", "Page 11", "3.00"));
        assertThat(attribution.unattributed()).isEqualTo("2.00");
    }

    @Test
    void by_type_assets_of_one_type_are_one_row() {
        attribution.deal(By.ASSET_TYPE, 1000, CREDIT);

        assertThat(attribution.rows()).containsExactly(new Row("LANDING_PAGE", null, null, "8.00"));
        assertThat(attribution.unattributed()).isEqualTo("2.00");
    }

    @Test
    void by_source_and_by_contact_everything_is_attributed() {
        attribution.deal(By.SOURCE, 1000, CREDIT);

        assertThat(attribution.rows())
                .containsExactly(
                        new Row("EMAIL_MARKETING", null, null, "7.00"), new Row("DIRECT_TRAFFIC", null, null, "3.00"));
        assertThat(attribution.unattributed()).isEqualTo("0.00");
    }

    @Test
    void deals_are_added_up_and_equal_rows_stand_by_key() {
        attribution.deal(By.CONTACT, 1000, CREDIT);
        attribution.deal(By.CONTACT, 500, credit(credited(2, 1, TrafficSource.REFERRALS, 500)));
        attribution.deal(By.CONTACT, 500, credit(credited(1, 1, TrafficSource.REFERRALS, 500)));

        assertThat(attribution.rows())
                .containsExactly(new Row("c1", null, null, "10.00"), new Row("c2", null, null, "10.00"));
    }

    @Test // D-45
    void a_deal_without_any_interaction_is_unattributed() {
        attribution.deal(By.CONTACT, 700, credit());

        assertThat(attribution.rows()).isEmpty();
        assertThat(attribution.unattributed()).isEqualTo("7.00");
    }

    @Test
    void a_campaign_that_got_nothing_has_no_row() {
        attribution.campaign("A", "Spring", 428572);
        attribution.campaign("B", "Autumn", 0);

        assertThat(attribution.rows()).containsExactly(new Row("A", null, "Spring", "4285.72"));
    }

    private static DealCredit credit(DealCredit.Credited... interactions) {
        return new DealCredit(
                OptionalLong.empty(), OptionalLong.empty(), true, List.of(), List.of(interactions), List.of());
    }

    private static DealCredit.Credited credited(int contact, int asset, TrafficSource source, long minor) {
        var act = new Act(0, Kind.PAGE_VIEW, contact, asset, asset, 1, 0);
        return new DealCredit.Credited(act, Set.of(), 0, minor, List.of(), source);
    }
}
