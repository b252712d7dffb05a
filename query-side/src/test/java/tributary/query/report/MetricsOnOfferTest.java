package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tributary.query.figures.Metric.ATTRIBUTED_REVENUE;
import static tributary.query.figures.Metric.CLOSED_DEALS;
import static tributary.query.figures.Metric.INFLUENCED_CONTACTS;
import static tributary.query.figures.Metric.INFLUENCED_REVENUE;
import static tributary.query.figures.Metric.NEW_CONTACTS_FIRST_TOUCH;
import static tributary.query.figures.Metric.NEW_CONTACTS_LAST_TOUCH;
import static tributary.query.figures.Metric.REVENUE;
import static tributary.query.figures.Metric.REVENUE_CONTACTS;
import static tributary.query.figures.Metric.SESSIONS;
import static tributary.query.figures.Metric.UNIQUE_INFLUENCES;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.journey.Tier;
import tributary.attribution.rules.RuleSet;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MetricsOnOfferTest { // TIER-1
    @Test
    void every_tier_sees_traffic_contacts_and_influences() {
        for (var tier : Tier.values())
            assertThat(offer(tier, "2023-09").metrics())
                    .contains(
                            SESSIONS,
                            NEW_CONTACTS_FIRST_TOUCH,
                            NEW_CONTACTS_LAST_TOUCH,
                            INFLUENCED_CONTACTS,
                            UNIQUE_INFLUENCES);
    }

    @Test // AC-61
    void enterprise_sees_attributed_revenue_in_place_of_deals() {
        assertThat(offer(Tier.ENTERPRISE, "2023-09").metrics())
                .contains(ATTRIBUTED_REVENUE)
                .doesNotContain(REVENUE_CONTACTS, CLOSED_DEALS, INFLUENCED_REVENUE, REVENUE);
    }

    @Test // AC-61
    void professional_sees_deals_in_place_of_attributed_revenue() {
        assertThat(offer(Tier.PROFESSIONAL, "2023-09").metrics())
                .contains(REVENUE_CONTACTS, CLOSED_DEALS, INFLUENCED_REVENUE)
                .doesNotContain(ATTRIBUTED_REVENUE, REVENUE);
    }

    @Test // D-36
    void under_2024_11_revenue_is_money() {
        assertThat(offer(Tier.ALL, "2024-11").metrics()).contains(REVENUE).doesNotContain(REVENUE_CONTACTS);
        assertThat(offer(Tier.ENTERPRISE, "2024-11").metrics()).doesNotContain(REVENUE);
    }

    @Test // D-49
    void roi_rests_on_the_revenue_of_the_tier() {
        assertThat(offer(Tier.ALL, "2023-09").forRoi()).isEqualTo(ATTRIBUTED_REVENUE);
        assertThat(offer(Tier.ENTERPRISE, "2024-11").forRoi()).isEqualTo(ATTRIBUTED_REVENUE);
        assertThat(offer(Tier.PROFESSIONAL, "2023-09").forRoi()).isEqualTo(INFLUENCED_REVENUE);
        assertThat(offer(Tier.PROFESSIONAL, "2024-11").forRoi()).isEqualTo(REVENUE);
    }

    @Test // D-35
    void a_metric_outside_the_tier_is_refused_by_name() {
        assertThatThrownBy(() -> offer(Tier.ENTERPRISE, "2023-09").metric().of("closedDeals"))
                .hasMessage("there is no metric \"closedDeals\"; accepted in tier ENTERPRISE under rule set 2023-09: "
                        + "sessions, newContactsFirstTouch, newContactsLastTouch, influencedContacts, "
                        + "attributedRevenue, uniqueInfluences");
    }

    @Test // D-35
    void a_list_outside_the_tier_or_rule_set_is_refused_by_name() {
        assertThatThrownBy(() -> offer(Tier.ENTERPRISE, "2023-09").contactList().of("revenueContacts"))
                .hasMessage("there is no list of contacts \"revenueContacts\"; accepted in tier ENTERPRISE under rule "
                        + "set 2023-09: contactFirstTouch, contactLastTouch, influencedContacts");
        assertThatThrownBy(() -> offer(Tier.ALL, "2024-11").contactList().of("revenueContacts"))
                .hasMessageContaining("in tier ALL under rule set 2024-11");
    }

    private static MetricsOnOffer offer(Tier tier, String ruleSet) {
        return new MetricsOnOffer(tier, RuleSet.of(ruleSet));
    }
}
