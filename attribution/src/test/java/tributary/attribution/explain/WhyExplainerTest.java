package tributary.attribution.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.attribution.Kind.*;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.rules.RuleSet;
import tributary.attribution.story.Story;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhyExplainerTest {
    private static final String DAY = "2023-04-04T12:00:00Z";

    private final Story story = Story.fixture().contact("2023-02-01T00:00:00Z", "c");

    private Why.Answer why(ContactMetric metric) {
        var journeys = story.journeys();
        return new WhyExplainer(story.premises())
                .explain(journeys.person(journeys.number("c")), story.campaign("A"), story.deals(journeys))
                .metrics()
                .get(metric);
    }

    private List<Reason> refusals(ContactMetric metric) {
        return why(metric).refused().stream().map(Why.Refused::reason).toList();
    }

    @Test
    void the_earliest_act_that_counts_is_named_and_earlier_ones_say_what_refused_them() {
        story.act(AD_CLICK, "AD1", "2023-04-01T12:00:00Z").as("c");
        story.views("LP1", "2023-02-20T12:00:00Z").as("c");
        story.act(CTA_VIEW, "CTA2", "2023-04-02T12:00:00Z").as("c");
        story.act(EMAIL_OPEN, "EM1", DAY).as("c");
        story.act(EMAIL_OPEN, "EM1", "2023-04-05T12:00:00Z").as("c");

        var answer = why(ContactMetric.INFLUENCED_CONTACTS);

        assertThat(answer.counted()).isTrue();
        assertThat(answer.by()).hasValueSatisfying(act -> assertThat(act.kind()).isEqualTo(EMAIL_OPEN));
        assertThat(answer.refused())
                .extracting(Why.Refused::reason)
                .containsExactly(Reason.BEFORE_ASSOCIATION, Reason.AD_NOT_INFLUENCING, Reason.FORM_NOT_SUBMITTED);
    }

    @Test
    void a_contact_that_never_met_the_campaign_is_told_so() {
        assertThat(why(ContactMetric.INFLUENCED_CONTACTS).reasons()).containsExactly(Reason.NOTHING_OF_CAMPAIGN);
        assertThat(why(ContactMetric.NEW_CONTACTS_FIRST_TOUCH).reasons()).containsExactly(Reason.NEVER_VISITED);
        assertThat(why(ContactMetric.NEW_CONTACTS_LAST_TOUCH).reasons())
                .containsExactly(Reason.NOT_CREATED_BY_CONVERSION);
        assertThat(why(ContactMetric.REVENUE_CONTACTS).reasons()).containsExactly(Reason.NO_WON_DEAL);
    }

    @Test
    void a_first_visit_after_the_import_is_refused_and_so_are_later_visits() {
        story.views("LP1", DAY).as("c");
        story.views("LP2", "2023-04-05T12:00:00Z").as("c");

        assertThat(refusals(ContactMetric.NEW_CONTACTS_FIRST_TOUCH))
                .containsExactly(Reason.FIRST_VISIT_AFTER_CREATION, Reason.NOT_THE_FIRST_VISIT);
    }

    @Test
    void revenue_contacts_name_the_deal_rule_that_refused() {
        story.act(LIST_ADDITION, "LIST1", DAY).as("c");
        story.act(EMAIL_CLICK, "EM1", DAY).as("c");
        assertThat(refusals(ContactMetric.REVENUE_CONTACTS))
                .containsExactlyInAnyOrder(Reason.NO_WON_DEAL, Reason.LIST_NOT_EARNING);

        var deal = story.deal("1", "2023-04-01T12:00:00Z").won("2023-04-03T12:00:00Z");
        deal.with("c", "2023-04-10T12:00:00Z", null);
        assertThat(why(ContactMetric.REVENUE_CONTACTS).reasons()).containsExactly(Reason.NOT_CONTACT_AT_WIN);

        deal.with("c", "2023-04-01T12:00:00Z", "2023-04-09T12:00:00Z");
        assertThat(refusals(ContactMetric.REVENUE_CONTACTS)).contains(Reason.AFTER_WIN);
    }

    @Test
    void D_36_where_revenue_is_money_there_are_no_revenue_contacts_to_explain() {
        story.rules = RuleSet.of("2024-11");

        assertThat(why(ContactMetric.REVENUE_CONTACTS)).isNull();
    }
}
