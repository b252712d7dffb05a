package tributary.attribution.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.attribution.Kind.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.Doubt;
import tributary.attribution.rules.Milestone;
import tributary.attribution.story.Story;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CreditExplainerTest {
    private final Story story = Story.fixture().contact("2023-04-02T00:00:00Z", "c", "late");

    private DealCredit credit(String model) {
        var journeys = story.journeys();
        return new CreditExplainer(story.premises())
                .explain(
                        story.deals(journeys).getFirst(),
                        journeys,
                        story.rules.model(model).orElseThrow());
    }

    @Test
    void D_48_an_interaction_has_all_roles_that_exist_whatever_the_model() {
        story.views("LP1", "2023-04-01T12:00:00Z").as("c");
        story.act(EMAIL_CLICK, "EMB", "2023-04-10T12:00:00Z").as("c");
        story.deal("100.00", "2023-04-11T12:00:00Z", "c").won("2023-04-20T12:00:00Z");

        var interactions = credit("LINEAR").interactions();

        assertThat(interactions.get(0).roles()).containsExactlyInAnyOrder(Milestone.FIRST, Milestone.LEAD);
        assertThat(interactions.get(1).roles()).containsExactlyInAnyOrder(Milestone.DEAL, Milestone.CLOSE);
        assertThat(interactions).extracting(DealCredit.Credited::amountMinor).containsExactly(5000L, 5000L);
        assertThat(interactions).extracting(DealCredit.Credited::weight).containsExactly(0.5, 0.5);
        assertThat(interactions.get(1).campaigns()).containsExactly(story.campaign("B"));
    }

    @Test
    void what_is_left_out_says_why() {
        story.act(LIST_ADDITION, "LIST1", "2023-04-10T12:00:00Z").as("c");
        story.act(CTA_VIEW, "CTAL1", "2023-04-11T12:00:00Z").as("c");
        story.act(EMAIL_CLICK, "EM1", "2023-04-12T12:00:00Z").as("c").doubted(Doubt.SCANNER);
        story.views("LP1", "2023-04-13T12:00:00Z").as("c").doubted(Doubt.KNOWN_BOT);
        story.views("LP1", "2023-04-14T12:00:00Z").as("late");
        story.views("LP1", "2023-04-20T12:00:00Z").as("c");
        story.deal("100.00", "2023-04-11T12:00:00Z", "c")
                .won("2023-04-20T12:00:00Z")
                .with("late", "2023-04-21T12:00:00Z", null);

        var credit = credit("LINEAR");

        assertThat(credit.eligible()).isTrue();
        assertThat(credit.interactions()).isEmpty();
        assertThat(credit.leftOut())
                .extracting(DealCredit.LeftOut::reason)
                .containsExactly(
                        Reason.KIND_TAKES_NO_PART,
                        Reason.NOT_A_NEW_CTA,
                        Reason.FILTERED_BOT,
                        Reason.KNOWN_BOT,
                        Reason.CONTACT_NOT_AT_WIN,
                        Reason.LATER_THAN_WIN);
    }

    @Test
    void a_deal_that_is_not_eligible_says_why() {
        var deal = story.deal(null, "2023-04-11T12:00:00Z");
        assertThat(credit("LINEAR").reasons()).containsExactly(Reason.DEAL_NOT_WON);

        deal.won("2023-04-20T12:00:00Z");
        assertThat(credit("LINEAR").reasons()).containsExactly(Reason.AMOUNT_UNKNOWN, Reason.DEAL_WITHOUT_CONTACT);
        assertThat(credit("LINEAR").eligible()).isFalse();
    }
}
