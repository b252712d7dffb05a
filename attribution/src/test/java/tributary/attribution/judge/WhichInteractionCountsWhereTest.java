package tributary.attribution.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tributary.attribution.Kind;
import tributary.attribution.story.Story;

/// Which interaction counts where: each act alone, by a contact who is created by the same browser's submission
/// later. Columns: sessions, first touch, last touch, influence, revenue contacts, attributed revenue.
@DisplayNameGeneration(ReplaceUnderscores.class)
class WhichInteractionCountsWhereTest {
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "PAGE_VIEW, PRICING, ?utm_campaign=spring-launch, yes, yes, no, yes, yes, yes",
                "PAGE_VIEW, LP1, -, yes, yes, yes, yes, yes, yes",
                "PAGE_VIEW, BLOG1, -, yes, yes, yes, yes, yes, yes",
                "PAGE_VIEW, KB1, -, no, no, no, no, yes, yes",
                "PAGE_VIEW, KB1, ?utm_campaign=spring-launch, no, yes, no, yes, yes, yes",
                "FORM_SUBMISSION, FORM1, -, no, no, yes, yes, yes, yes",
                "FORM_VIEW, FORM1, -, no, no, no, no, no, no",
                "EMAIL_DELIVERY, EM1, -, no, no, no, no, no, no",
                "EMAIL_OPEN, EM1, -, no, no, no, yes, no, no",
                "EMAIL_CLICK, EM1, -, no, no, no, yes, yes, yes",
                "SOCIAL_INTERACTION, SOC1, -, no, no, no, yes, no, no",
                "SOCIAL_CLICK, SOC1, -, no, no, no, yes, yes, yes",
                "AD_CLICK, AD1, -, no, no, no, no, yes, yes",
                "WORKFLOW_ENROLLMENT, WF1, -, no, no, no, yes, no, no",
                "LIST_ADDITION, LIST1, -, no, no, no, yes, no, no",
                "LIST_ADDITION, LISTD, -, no, no, no, no, no, no",
                "EVENT_REGISTRATION, EVT1, -, no, no, no, no, yes, yes",
                "EVENT_ATTENDANCE, EVT1, -, no, no, no, yes, yes, yes",
                "EVENT_CANCELLATION, EVT1, -, no, no, no, no, no, no",
                "EVENT_NO_SHOW, EVT1, -, no, no, no, no, no, no",
                "CTA_VIEW, CTAL1, -, no, no, no, yes, no, no",
                "CTA_CLICK, CTAL1, -, no, no, no, yes, yes, yes",
                "CTA_VIEW, CTA1, -, no, no, no, yes, yes, yes",
                "CTA_VIEW, CTA2, -, no, no, no, no, yes, yes",
                "CTA_SUBMISSION, CTA2, -, no, no, no, yes, yes, yes",
                "CTA_CLICK, CTA1, -, no, no, no, no, yes, yes"
            })
    void counts(
            Kind kind,
            String asset,
            String query,
            String sessions,
            String firstTouch,
            String lastTouch,
            String influenced,
            String revenueContact,
            String attributed) {
        var story = Story.fixture().associated("A", "KB1", "2023-03-01T00:00:00Z");
        var act = story.act(kind, asset, "2023-04-10T12:00:00Z").by("v");
        if (query != null) act.url("https://www.example.com/somewhere" + query);
        story.act(Kind.FORM_SUBMISSION, "FORMX", "2023-04-10T12:10:00Z").by("v").creating("c");
        story.deal("100", "2023-04-11T12:00:00Z", "c").won("2023-04-30T12:00:00Z");

        var found = story.found();
        assertThat(found.sessions("A") > 0).as("session").isEqualTo(sessions.equals("yes"));
        assertThat(found.firstTouch("A").contains("c")).as("first touch").isEqualTo(firstTouch.equals("yes"));
        assertThat(found.lastTouch("A").contains("c")).as("last touch").isEqualTo(lastTouch.equals("yes"));
        assertThat(found.influenced("A").contains("c")).as("influenced").isEqualTo(influenced.equals("yes"));
        assertThat(found.closedDeals("A") > 0).as("closed deal").isEqualTo(influenced.equals("yes"));
        assertThat(found.revenueContacts("A").contains("c"))
                .as("revenue contact")
                .isEqualTo(revenueContact.equals("yes"));
        assertThat(!found.attributed("LINEAR", "A").equals("0.00"))
                .as("attributed")
                .isEqualTo(attributed.equals("yes"));
    }
}
