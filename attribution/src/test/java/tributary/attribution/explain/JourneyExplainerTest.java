package tributary.attribution.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.attribution.Kind.*;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.Doubt;
import tributary.attribution.SessionOrigin;
import tributary.attribution.TrafficSource;
import tributary.attribution.story.Story;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JourneyExplainerTest {
    private final Story story = Story.fixture().contact("2023-02-01T00:00:00Z", "c");

    private List<JourneyEntry> journey() {
        var journeys = story.journeys();
        return new JourneyExplainer(story.premises()).explain(journeys.person(journeys.number("c")));
    }

    @Test
    void sessions_carry_their_source_and_origin_and_single_acts_a_source_by_their_kind() {
        story.identified("v", "c", "2023-02-01T00:00:00Z");
        story.views("LP1", "2023-04-01T10:00:00Z")
                .by("v")
                .from("https://www.google.nl/")
                .origin(SessionOrigin.AD);
        story.act(FORM_VIEW, "FORM1", "2023-04-01T10:05:00Z").by("v");
        story.act(EMAIL_OPEN, "EM1", "2023-04-01T10:03:00Z").as("c");
        story.act(AD_CLICK, "AD1", "2023-04-02T10:00:00Z").as("c");
        story.act(LIST_ADDITION, "LIST1", "2023-04-03T10:00:00Z").as("c");
        story.views("LP1", "2023-04-04T10:00:00Z").by("v").doubted(Doubt.KNOWN_BOT);

        var entries = journey();

        assertThat(entries).hasSize(4);
        assertThat(entries.get(0)).isInstanceOfSatisfying(JourneyEntry.Session.class, session -> {
            assertThat(session.source()).isEqualTo(TrafficSource.ORGANIC_SEARCH);
            assertThat(session.origin()).isEqualTo(SessionOrigin.AD);
            assertThat(session.acts()).extracting(Act::kind).containsExactly(PAGE_VIEW, FORM_VIEW);
        });
        assertThat(entries.subList(1, 4))
                .extracting(entry -> ((JourneyEntry.Single) entry).source())
                .containsExactly(
                        TrafficSource.EMAIL_MARKETING, TrafficSource.PAID_SEARCH, TrafficSource.OFFLINE_SOURCES);
    }

    @Test
    void D_18_a_session_that_begins_with_an_internal_referrer_is_direct() {
        story.views("LP1", "2023-04-01T10:00:00Z").as("c").from("https://www.example.com/pricing");

        assertThat(journey())
                .singleElement()
                .isInstanceOfSatisfying(
                        JourneyEntry.Session.class,
                        session -> assertThat(session.source()).isEqualTo(TrafficSource.DIRECT_TRAFFIC));
    }

    @Test
    void D_4_of_a_shared_browser_only_the_contacts_own_acts_are_told() {
        story.identified("v", "c", "2023-02-01T00:00:00Z").contact("2023-02-01T00:00:00Z", "d");
        story.identified("v", "d", "2023-04-01T10:02:00Z");
        story.views("LP1", "2023-04-01T10:00:00Z").by("v");
        story.views("LP2", "2023-04-01T10:05:00Z").by("v");

        assertThat(journey()).singleElement().isInstanceOfSatisfying(JourneyEntry.Session.class, session -> {
            assertThat(session.acts()).hasSize(1);
            assertThat(session.to() - session.from()).isEqualTo(300_000_000L);
        });
    }
}
