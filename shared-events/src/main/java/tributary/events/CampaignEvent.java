package tributary.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/// What can happen to a campaign.
///
/// Properties stand under HubSpot's names (`hs_name`, `hs_utm`, `hs_start_date`, `hs_end_date`, …); goals under the
/// name of their metric, with the figure as sent. In a change, an empty text clears.
public sealed interface CampaignEvent extends Fact {
    CampaignId campaign();

    record CampaignCreated(CampaignId campaign, Map<String, String> properties, Map<String, String> goals, Instant at)
            implements CampaignEvent {
        public CampaignCreated {
            Blank.refuseMissing(campaign, "campaign");
            properties = Map.copyOf(properties);
            goals = Map.copyOf(goals);
        }
    }

    record CampaignChanged(CampaignId campaign, Map<String, String> properties, Map<String, String> goals, Instant at)
            implements CampaignEvent {
        public CampaignChanged {
            Blank.refuseMissing(campaign, "campaign");
            properties = Map.copyOf(properties);
            goals = Map.copyOf(goals);
        }
    }

    record AssetAssociated(CampaignId campaign, Asset asset, Instant at) implements CampaignEvent {}

    record AssetDissociated(CampaignId campaign, Asset asset, Instant at) implements CampaignEvent {}

    record CampaignDeleted(CampaignId campaign, Instant at) implements CampaignEvent {}

    /// The whole budget item; `amount` in the account's currency.
    record BudgetSet(
            CampaignId campaign,
            String item,
            String name,
            BigDecimal amount,
            Integer order,
            String description,
            Instant at)
            implements CampaignEvent {}

    record BudgetRemoved(CampaignId campaign, String item, Instant at) implements CampaignEvent {}

    /// The whole spend item; `amount` in the account's currency.
    record SpendSet(
            CampaignId campaign,
            String item,
            String name,
            BigDecimal amount,
            Integer order,
            String description,
            Instant at)
            implements CampaignEvent {}

    record SpendRemoved(CampaignId campaign, String item, Instant at) implements CampaignEvent {}
}
