package tributary.query.directory;

import java.util.List;
import java.util.Optional;

/// The present names and properties of an account's things. Numbers are those of the journeys.
public interface Directory {
    /// The account's name, or its id without one.
    String accountName();

    /// The campaigns there are, deleted ones left out (D-23), by name, then id.
    List<CampaignEntry> campaigns();

    /// A campaign that is not deleted.
    Optional<CampaignEntry> campaign(String id);

    CampaignEntry campaign(int number);

    /// The assets that a campaign has or had, keywords included, each once, by type, then id (D-52).
    List<AssociatedAsset> assets(int campaign);

    AssetEntry asset(int number);

    Optional<ContactEntry> contact(String id);

    ContactEntry contact(int number);

    Optional<DealEntry> deal(String id);

    DealEntry deal(int number);
}
