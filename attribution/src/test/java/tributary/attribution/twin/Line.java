package tributary.attribution.twin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// One line of history (api.md section 3), of those that matter to figures. The order of recording is the order of
/// the list that holds the lines. What a line left out is `null`.
sealed interface Line {
    /// When it happened.
    Instant at();

    /// Somebody did something. Kind, bot and origin are the words of docs/api.md.
    record Interaction(
            Instant at,
            String id,
            String kind,
            String visitor,
            String contact,
            String email,
            Thing asset,
            Thing page,
            String url,
            String referrer,
            String keyword,
            String origin,
            String bot)
            implements Line {}

    record Identify(Instant at, String visitor, String contact, String email) implements Line {}

    record Describe(Instant at, Thing asset, String url, Boolean hasForm, String listType) implements Line {}

    record CampaignCreate(Instant at, String campaign, String utm) implements Line {}

    /// Gives the campaign another UTM value, or none.
    record CampaignUtm(Instant at, String campaign, String utm) implements Line {}

    record CampaignDelete(Instant at, String campaign) implements Line {}

    record Associate(Instant at, String campaign, Thing asset) implements Line {}

    record Dissociate(Instant at, String campaign, Thing asset) implements Line {}

    record ContactCreate(Instant at, String contact, String email) implements Line {}

    /// Deletion and erasure alike: the address is free, everything else goes on counting (D-6).
    record ContactDelete(Instant at, String contact) implements Line {}

    record ContactMerge(Instant at, String primary, String merged) implements Line {}

    /// @param won the stages of the pipeline, each with whether it is closed-won
    record PipelineDefine(Instant at, String pipeline, Map<String, Boolean> won) implements Line {}

    record DealCreate(Instant at, String deal, List<String> contacts, List<Change> changes) implements Line {}

    record DealChange(Instant at, String deal, List<Change> changes) implements Line {}

    record DealAssociate(Instant at, String deal, String contact) implements Line {}

    record DealDissociate(Instant at, String deal, String contact) implements Line {}

    record DealDelete(Instant at, String deal) implements Line {}

    record DealRestore(Instant at, String deal) implements Line {}

    record DealMerge(Instant at, String primary, String merged) implements Line {}

    record RateSet(Instant at, String currency, String rate, LocalDate since) implements Line {}

    record AccountChange(Instant at, Account account) implements Line {}

    /// A field of a deal (`amount`, `currency`, `pipeline`, `stage`, `closeDate`) and its new value; `null` clears
    /// it.
    record Change(String field, String value) {}
}
