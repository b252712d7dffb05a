package tributary.command.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import tributary.command.line.Command;
import tributary.events.AccountId;
import tributary.events.Asset;
import tributary.events.CampaignId;

/// What someone can want of a campaign.
sealed interface CampaignCommand extends Command {
    CampaignId campaign();

    @Override
    default String target() {
        return account() + "/campaign/" + campaign();
    }

    record CreateCampaign(
            AccountId account,
            CampaignId campaign,
            Map<String, String> properties,
            Map<String, String> goals,
            Instant at)
            implements CampaignCommand {}

    /// An empty text clears.
    record ChangeCampaign(
            AccountId account,
            CampaignId campaign,
            Map<String, String> properties,
            Map<String, String> goals,
            Instant at)
            implements CampaignCommand {}

    record AssociateAsset(AccountId account, CampaignId campaign, Asset asset, Instant at) implements CampaignCommand {}

    record DissociateAsset(AccountId account, CampaignId campaign, Asset asset, Instant at)
            implements CampaignCommand {}

    record DeleteCampaign(AccountId account, CampaignId campaign, Instant at) implements CampaignCommand {}

    record SetBudget(AccountId account, CampaignId campaign, Item item, Instant at) implements CampaignCommand {}

    record RemoveBudget(AccountId account, CampaignId campaign, String item, Instant at) implements CampaignCommand {}

    record SetSpend(AccountId account, CampaignId campaign, Item item, Instant at) implements CampaignCommand {}

    record RemoveSpend(AccountId account, CampaignId campaign, String item, Instant at) implements CampaignCommand {}

    /// An item of budget or spend, as a whole; all but `id` and `amount` may be absent (`null`).
    record Item(String id, String name, BigDecimal amount, Integer order, String description) {}
}
