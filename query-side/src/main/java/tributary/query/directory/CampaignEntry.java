package tributary.query.directory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A campaign as it stands at present.
///
/// @param properties under HubSpot's names, without empty ones
/// @param goals figures as sent, under the names of their metrics
/// @param budget by order, then id
/// @param spend by order, then id
public record CampaignEntry(
        int number,
        String id,
        Map<String, String> properties,
        Map<String, String> goals,
        List<MoneyItem> budget,
        List<MoneyItem> spend,
        Instant createdAt,
        Instant updatedAt,
        boolean deleted) {
    /// Its name, or its id without one.
    public String name() {
        return properties.getOrDefault("hs_name", id);
    }

    /// In the account's currency, not rounded.
    public BigDecimal budgetTotal() {
        return MoneyItem.total(budget);
    }

    /// In the account's currency, not rounded.
    public BigDecimal spendTotal() {
        return MoneyItem.total(spend);
    }
}
