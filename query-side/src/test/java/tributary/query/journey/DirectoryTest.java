package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.events.Asset;
import tributary.events.AssetEvent.AssetDescribed;
import tributary.events.AssetType;
import tributary.events.CampaignEvent.AssetAssociated;
import tributary.events.CampaignEvent.AssetDissociated;
import tributary.events.CampaignEvent.BudgetSet;
import tributary.events.CampaignEvent.CampaignChanged;
import tributary.events.CampaignEvent.CampaignCreated;
import tributary.events.CampaignEvent.CampaignDeleted;
import tributary.events.CampaignEvent.SpendRemoved;
import tributary.events.CampaignEvent.SpendSet;
import tributary.events.CampaignId;
import tributary.events.ContactEvent.ContactChanged;
import tributary.events.ContactEvent.ContactDeleted;
import tributary.events.ContactEvent.ContactErased;
import tributary.events.ContactEvent.ContactRestored;
import tributary.events.ContactEvent.Source;
import tributary.events.ContactId;
import tributary.query.directory.CampaignEntry;
import tributary.query.directory.ContactEntry.Status;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DirectoryTest {
    private static final CampaignId SPRING = new CampaignId("spring");
    private static final Asset PAGE = new Asset(AssetType.LANDING_PAGE, "lp");
    private static final Asset WORD = new Asset(AssetType.KEYWORD, "Running Shoes");

    private static CampaignCreated created(String id, String name) {
        return new CampaignCreated(
                new CampaignId(id), Map.of("hs_name", name), Map.of("sessions", "40"), Story.minute(1));
    }

    @Test
    void properties_and_goals_are_the_last_said_and_an_empty_text_clears() {
        var story = new Story().fact(created("spring", "Spring"));
        story.fact(new CampaignChanged(
                SPRING, Map.of("hs_name", "Spring Launch", "hs_notes", "x"), Map.of("sessions", ""), Story.minute(9)));
        story.fact(new CampaignChanged(SPRING, Map.of("hs_name", "Old", "hs_notes", ""), Map.of(), Story.minute(5)));

        var campaign = story.journeys().directory().campaign("spring").orElseThrow();
        assertThat(campaign.name()).isEqualTo("Spring Launch");
        assertThat(campaign.properties()).containsEntry("hs_notes", "x");
        assertThat(campaign.goals()).isEmpty();
    }

    @Test
    void budget_and_spend_are_the_last_items_said() {
        var story = new Story().fact(created("spring", "Spring"));
        story.fact(new BudgetSet(SPRING, "b", "Ads", new BigDecimal("100.50"), 1, null, Story.minute(2)));
        story.fact(new BudgetSet(SPRING, "a", "Print", new BigDecimal("20"), 0, null, Story.minute(2)));
        story.fact(new SpendSet(SPRING, "s", "Ads", new BigDecimal("7"), 0, null, Story.minute(2)));
        story.fact(new SpendRemoved(SPRING, "s", Story.minute(3)));

        var campaign = story.journeys().directory().campaign("spring").orElseThrow();
        assertThat(campaign.budgetTotal()).isEqualByComparingTo("120.50");
        assertThat(campaign.budget()).extracting("id").containsExactly("a", "b");
        assertThat(campaign.spend()).isEmpty();
    }

    @Test
    void campaigns_are_listed_by_name_without_deleted_ones_D_23() {
        var story = new Story().fact(created("spring", "Spring")).fact(created("x", "Autumn"));
        story.fact(created("gone", "Gone")).fact(new CampaignDeleted(new CampaignId("gone"), Story.minute(3)));

        var directory = story.journeys().directory();
        assertThat(directory.campaigns()).extracting(CampaignEntry::id).containsExactly("x", "spring");
        assertThat(directory.campaign("gone")).isEmpty();
        assertThat(directory.campaign("never")).isEmpty();
    }

    @Test
    void assets_that_left_the_campaign_stay_listed_D_52() {
        var story = new Story().fact(created("spring", "Spring"));
        story.fact(new AssetAssociated(SPRING, PAGE, Story.minute(2)));
        story.fact(new AssetDissociated(SPRING, PAGE, Story.minute(5)));
        story.fact(new AssetAssociated(SPRING, WORD, Story.minute(3)));
        story.fact(new AssetDescribed(PAGE, "Landing", "https://a.example/", null, null, Story.minute(1)));

        var directory = story.journeys().directory();
        var assets = directory.assets(directory.campaign("spring").orElseThrow().number());
        assertThat(assets)
                .extracting(held -> held.asset().key())
                .containsExactly("KEYWORD/Running Shoes", "LANDING_PAGE/lp");
        assertThat(assets.getFirst().removedAt()).isEmpty();
        assertThat(assets.getLast().associatedAt()).isEqualTo(Story.minute(2));
        assertThat(assets.getLast().removedAt()).contains(Story.minute(5));
        assertThat(assets.getLast().asset().name()).contains("Landing");
    }

    @Test
    void a_contact_stands_as_said_last_and_an_erased_one_for_good_D_6() {
        var anna = new ContactId("anna");
        var story = new Story().created("anna", 1);
        story.fact(new ContactDeleted(anna, Story.minute(5)));
        assertThat(status(story)).isEqualTo(Status.DELETED);
        story.fact(new ContactRestored(anna, Story.minute(6)));
        assertThat(status(story)).isEqualTo(Status.LIVING);
        story.fact(new ContactErased(anna, Story.minute(2)));
        story.fact(new ContactRestored(anna, Story.minute(9)));
        assertThat(status(story)).isEqualTo(Status.ERASED);
    }

    private static Status status(Story story) {
        return story.journeys().directory().contact("anna").orElseThrow().status();
    }

    @Test
    void source_and_stage_of_a_contact_are_the_last_said() {
        var anna = new ContactId("anna");
        var story = new Story().created("anna", 1);
        story.fact(new ContactChanged(anna, Source.API, "customer", null, Story.minute(5)));
        story.fact(new ContactChanged(anna, null, "lead", null, Story.minute(3)));

        var contact = story.journeys().directory().contact("anna").orElseThrow();
        assertThat(contact.source()).contains(Source.API);
        assertThat(contact.lifecycleStage()).contains("customer");
        assertThat(contact.createdAt()).isEqualTo(Story.minute(1));
    }

    @Test
    void a_deal_shows_what_was_sent() {
        var story = new Story().deal("d", 1, Map.of("dealname", "Big", "dealstage", "open", "amount", "10.5"), "anna");

        var deal = story.journeys().directory().deal("d").orElseThrow();
        assertThat(deal.name()).contains("Big");
        assertThat(deal.pipeline()).isEqualTo("default");
        assertThat(deal.amount()).contains(new BigDecimal("10.5"));
        assertThat(deal.currency()).isEqualTo("EUR");
        assertThat(deal.closeDate()).isEqualTo(Optional.empty());
    }
}
