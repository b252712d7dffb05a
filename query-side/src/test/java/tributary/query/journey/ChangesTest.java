package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.events.InteractionKind.PAGE_VIEW;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.events.Asset;
import tributary.events.AssetEvent.AssetDescribed;
import tributary.events.AssetType;
import tributary.events.CampaignEvent.AssetAssociated;
import tributary.events.CampaignEvent.CampaignCreated;
import tributary.events.CampaignId;
import tributary.events.Interaction;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whoever_looks_other_than_before_is_told(long seed) {
        var told = Told.of(new RandomFacts(seed).facts(200));
        var journeys = new AccountJourneys(Told.ACCOUNT, told);
        journeys.drain();
        var persons = Portrait.persons(journeys, told);
        var deals = Portrait.deals(journeys, told);

        for (var position = 1; position <= told.head(); position++) {
            journeys.apply(told.at(position));
            var changes = journeys.drain();
            var personsNow = Portrait.persons(journeys, told);
            var dealsNow = Portrait.deals(journeys, told);
            if (!changes.everything()) {
                var toldPersons = new TreeSet<Integer>();
                changes.persons(toldPersons::add);
                assertThat(toldPersons).as("%s", told.at(position)).containsAll(different(persons, personsNow));
                var toldDeals = new TreeSet<Integer>();
                changes.deals(toldDeals::add);
                assertThat(toldDeals).as("%s", told.at(position)).containsAll(different(deals, dealsNow));
            }
            persons = personsNow;
            deals = dealsNow;
        }
        assertThat(journeys.drain().isEmpty()).isTrue();
    }

    @Test // D-16
    void an_association_concerns_whoever_viewed_the_page_by_its_url_only() {
        var page = new Asset(AssetType.LANDING_PAGE, "spring");
        var url = "https://example.org/spring";
        var story = new Story()
                .fact(new CampaignCreated(new CampaignId("A"), Map.of(), Map.of(), Story.minute(0)))
                .fact(new AssetDescribed(page, "Spring", url, null, null, Story.minute(0)))
                .act(new Interaction(
                        Story.minute(9),
                        PAGE_VIEW,
                        "v",
                        null,
                        false,
                        null,
                        null,
                        url,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "1"))
                .view("w", 9);
        story.unaskedChanges();

        story.fact(new AssetAssociated(new CampaignId("A"), page, Story.minute(5)));

        var persons = new TreeSet<Integer>();
        story.unaskedChanges().persons(persons::add);
        assertThat(persons).containsExactly(0);
    }

    private static TreeSet<Integer> different(List<String> before, List<String> now) {
        var different = new TreeSet<Integer>();
        for (var i = 0; i < now.size(); i++) {
            var old = i < before.size() ? before.get(i) : "";
            if (!old.equals(now.get(i))) different.add(i);
        }
        return different;
    }
}
