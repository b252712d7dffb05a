package tributary.query.directory;

import java.util.List;
import java.util.Optional;

/// The present names and properties of the things that figures tell of. Numbers are those of the figures beside it.
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

    /// A UTM value as a campaign wrote it (D-33), by its number among influences.
    String utm(int number);

    String contactId(int contact);

    DealEntry deal(int number);
}
