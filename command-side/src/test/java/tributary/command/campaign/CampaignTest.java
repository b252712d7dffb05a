package tributary.command.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.command.campaign.CampaignCommand.AssociateAsset;
import tributary.command.campaign.CampaignCommand.ChangeCampaign;
import tributary.command.campaign.CampaignCommand.CreateCampaign;
import tributary.command.campaign.CampaignCommand.DeleteCampaign;
import tributary.command.campaign.CampaignCommand.DissociateAsset;
import tributary.command.campaign.CampaignCommand.Item;
import tributary.command.campaign.CampaignCommand.RemoveBudget;
import tributary.command.campaign.CampaignCommand.RemoveSpend;
import tributary.command.campaign.CampaignCommand.SetBudget;
import tributary.command.campaign.CampaignCommand.SetSpend;
import tributary.events.AccountId;
import tributary.events.Asset;
import tributary.events.AssetType;
import tributary.events.CampaignEvent.AssetAssociated;
import tributary.events.CampaignEvent.AssetDissociated;
import tributary.events.CampaignEvent.BudgetRemoved;
import tributary.events.CampaignEvent.BudgetSet;
import tributary.events.CampaignEvent.CampaignChanged;
import tributary.events.CampaignEvent.CampaignCreated;
import tributary.events.CampaignEvent.CampaignDeleted;
import tributary.events.CampaignEvent.SpendRemoved;
import tributary.events.CampaignEvent.SpendSet;
import tributary.events.CampaignId;
import tributary.events.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CampaignTest {
    private static final AccountId ACCOUNT = new AccountId("acme");
    private static final CampaignId SPRING = new CampaignId("spring");
    private static final Asset PAGE = new Asset(AssetType.LANDING_PAGE, "LP1");
    private static final Instant APRIL = Instant.parse("2023-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2023-05-01T00:00:00Z");
    private static final Map<String, String> NAMED = Map.of("hs_name", "Spring");
    private static final Map<String, String> GOALS = Map.of("influencedContacts", "40");
    private static final Item ITEM = new Item("i1", "Ads", new BigDecimal("100.50"), 1, "search");

    private static final CampaignCreated CREATED = new CampaignCreated(SPRING, NAMED, GOALS, APRIL);
    private static final CampaignDeleted DELETED = new CampaignDeleted(SPRING, APRIL);

    private final FixtureConfiguration<Campaign> campaign = new AggregateTestFixture<>(Campaign.class);

    @Test
    void is_created_with_its_properties_and_goals() {
        campaign.givenNoPriorActivity()
                .when(new CreateCampaign(ACCOUNT, SPRING, NAMED, GOALS, APRIL))
                .expectEvents(CREATED);
    }

    @Test
    void is_created_once() {
        campaign.given(CREATED)
                .when(new CreateCampaign(ACCOUNT, SPRING, NAMED, GOALS, MAY))
                .expectException(Refusal.Conflict.class)
                .expectExceptionMessage("campaign spring exists; expected another id, or campaign.change");
    }

    @Test // D-23
    void never_uses_the_id_of_a_deleted_one() {
        campaign.given(CREATED, DELETED)
                .when(new CreateCampaign(ACCOUNT, SPRING, NAMED, GOALS, MAY))
                .expectException(Refusal.Conflict.class)
                .expectExceptionMessage("campaign spring was deleted, and ids are not used again; expected another id");
    }

    @Test
    void changes() {
        campaign.given(CREATED)
                .when(new ChangeCampaign(ACCOUNT, SPRING, Map.of("hs_utm", ""), Map.of(), MAY))
                .expectEvents(new CampaignChanged(SPRING, Map.of("hs_utm", ""), Map.of(), MAY));
    }

    @Test
    void takes_an_asset_in() {
        campaign.given(CREATED)
                .when(new AssociateAsset(ACCOUNT, SPRING, PAGE, MAY))
                .expectEvents(new AssetAssociated(SPRING, PAGE, MAY));
    }

    @Test
    void takes_an_asset_in_again_since_it_may_have_been_out_between() {
        campaign.given(CREATED, new AssetAssociated(SPRING, PAGE, MAY))
                .when(new AssociateAsset(ACCOUNT, SPRING, PAGE, APRIL))
                .expectEvents(new AssetAssociated(SPRING, PAGE, APRIL));
    }

    @Test // D-22
    void takes_an_asset_off_that_it_is_not_known_to_hold() {
        campaign.given(CREATED)
                .when(new DissociateAsset(ACCOUNT, SPRING, PAGE, MAY))
                .expectEvents(new AssetDissociated(SPRING, PAGE, MAY));
    }

    @Test
    void is_deleted() {
        campaign.given(CREATED).when(new DeleteCampaign(ACCOUNT, SPRING, APRIL)).expectEvents(DELETED);
    }

    @Test
    void sets_a_budget_item_as_a_whole() {
        campaign.given(CREATED)
                .when(new SetBudget(ACCOUNT, SPRING, ITEM, MAY))
                .expectEvents(new BudgetSet(SPRING, "i1", "Ads", new BigDecimal("100.50"), 1, "search", MAY));
    }

    @Test
    void removes_a_budget_item() {
        campaign.given(CREATED)
                .when(new RemoveBudget(ACCOUNT, SPRING, "i1", MAY))
                .expectEvents(new BudgetRemoved(SPRING, "i1", MAY));
    }

    @Test
    void sets_a_spend_item_as_a_whole() {
        campaign.given(CREATED)
                .when(new SetSpend(ACCOUNT, SPRING, ITEM, MAY))
                .expectEvents(new SpendSet(SPRING, "i1", "Ads", new BigDecimal("100.50"), 1, "search", MAY));
    }

    @Test
    void removes_a_spend_item() {
        campaign.given(CREATED)
                .when(new RemoveSpend(ACCOUNT, SPRING, "i1", MAY))
                .expectEvents(new SpendRemoved(SPRING, "i1", MAY));
    }

    @Test
    void cannot_be_changed_before_it_is_created() {
        campaign.givenNoPriorActivity()
                .when(new AssociateAsset(ACCOUNT, SPRING, PAGE, MAY))
                .expectException(Refusal.Unknown.class)
                .expectExceptionMessage("there is no campaign spring in this account");
    }

    @Test // D-23
    void cannot_be_changed_after_it_was_deleted() {
        campaign.given(CREATED, DELETED)
                .when(new ChangeCampaign(ACCOUNT, SPRING, NAMED, GOALS, MAY))
                .expectException(Refusal.Unknown.class);
    }
}
