package tributary.events;

import java.time.Instant;

/// Something that happened in an account. Kept for ever: components are added, never renamed or given another type.
///
/// The account itself is not part of most facts: it stands in the metadata of the event message and in a column of
/// the store, so that routing never needs the payload.
public sealed interface Fact
        permits AccountEvent, CampaignEvent, AssetEvent, ContactEvent, DealEvent, InteractionsRecorded {
    /// When it happened, as the client said; for a batch of interactions the earliest of them.
    Instant at();
}
