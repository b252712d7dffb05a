package tributary.query.journey;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import tributary.attribution.AssetType;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.Still;
import tributary.attribution.journey.CatalogHistory;
import tributary.attribution.journey.Deal;
import tributary.events.AssetEvent.AssetDescribed;
import tributary.events.CampaignEvent;
import tributary.query.directory.AssetEntry;
import tributary.query.directory.AssociatedAsset;
import tributary.query.directory.CampaignEntry;
import tributary.query.directory.ContactEntry;
import tributary.query.directory.ContactEntry.Status;
import tributary.query.directory.DealEntry;
import tributary.query.directory.FullDirectory;

/// The directory of the journeys it belongs to.
final class JourneyDirectory implements FullDirectory {
    private final AccountJourneys journeys;
    private final CatalogHistory history;
    private final Contacts contacts;
    private final Deals deals;
    private final AccountSettings settings;
    private final Map<Integer, CampaignCard> campaigns = new HashMap<>();
    private final Map<Integer, AssetCard> assets = new HashMap<>();
    private long version;

    JourneyDirectory(
            AccountJourneys journeys,
            CatalogHistory history,
            Contacts contacts,
            Deals deals,
            AccountSettings settings) {
        this.journeys = journeys;
        this.history = history;
        this.contacts = contacts;
        this.deals = deals;
        this.settings = settings;
    }

    @Override
    public long version() {
        return version;
    }

    void fold(CampaignEvent event) {
        version++;
        var campaign = history.campaign(event.campaign().value());
        campaigns
                .computeIfAbsent(
                        campaign,
                        number -> new CampaignCard(number, event.campaign().value()))
                .fold(event);
    }

    void fold(AssetDescribed described) {
        version++;
        var type = AssetType.valueOf(described.asset().type().name());
        var asset = history.asset(type, described.asset().id());
        assets.computeIfAbsent(asset, _ -> new AssetCard()).fold(described);
    }

    Still still() {
        var campaignCards = new TreeMap<Integer, Still>();
        campaigns.forEach((number, card) -> campaignCards.put(number, card.still()));
        var assetCards = new TreeMap<Integer, Still>();
        assets.forEach((number, card) -> assetCards.put(number, card.still()));
        return out -> {
            for (var cards : List.of(campaignCards, assetCards)) {
                out.number(cards.size());
                cards.forEach((number, card) -> {
                    out.number(number);
                    card.write(out);
                });
            }
        };
    }

    /// The catalog's history must have been read before.
    void read(ColumnsIn in) {
        for (var left = in.integer(); left > 0; left--) {
            var number = in.integer();
            var card = new CampaignCard(number, history.campaignId(number));
            card.read(in);
            campaigns.put(number, card);
        }
        for (var left = in.integer(); left > 0; left--) {
            var card = new AssetCard();
            assets.put(in.integer(), card);
            card.read(in);
        }
    }

    @Override
    public String accountName() {
        return settings.name(journeys.account().value());
    }

    @Override
    public List<CampaignEntry> campaigns() {
        return campaigns.values().stream()
                .map(CampaignCard::entry)
                .filter(campaign -> !campaign.deleted())
                .sorted(Comparator.comparing(CampaignEntry::name).thenComparing(CampaignEntry::id))
                .toList();
    }

    @Override
    public Optional<CampaignEntry> campaign(String id) {
        var number = history.findCampaign(id);
        return number.isEmpty()
                ? Optional.empty()
                : Optional.of(campaign(number.getAsInt())).filter(campaign -> !campaign.deleted());
    }

    @Override
    public CampaignEntry campaign(int number) {
        return campaigns.get(number).entry();
    }

    @Override
    public List<AssociatedAsset> assets(int campaign) {
        return AssociatedAssets.of(campaign, journeys.catalog(), this::asset);
    }

    @Override
    public AssetEntry asset(int number) {
        var card = assets.getOrDefault(number, AssetCard.UNDESCRIBED);
        return new AssetEntry(number, history.typeOf(number), history.idOf(number), card.name(), card.url());
    }

    @Override
    public String utm(int number) {
        return journeys.catalog().utmText(number);
    }

    @Override
    public String contactId(int contact) {
        return contacts.id(contact);
    }

    @Override
    public Optional<ContactEntry> contact(String id) {
        var number = contacts.find(id);
        return number.isEmpty() ? Optional.empty() : Optional.of(contact(number.getAsInt()));
    }

    @Override
    public ContactEntry contact(int number) {
        var survivor = contacts.survivor(number);
        var standings = contacts.standings();
        return new ContactEntry(
                number,
                contacts.id(number),
                survivor == number ? standings.status(number) : Status.MERGED,
                survivor,
                Micros.instant(contacts.creation(number).atMicros()),
                standings.source(number),
                standings.stage(number));
    }

    @Override
    public Optional<DealEntry> deal(String id) {
        var number = deals.find(id);
        return number.isEmpty() ? Optional.empty() : Optional.of(deal(number.getAsInt()));
    }

    @Override
    public DealEntry deal(int number) {
        var deal = deals.history(number);
        return new DealEntry(
                number,
                deals.id(number),
                deal.property("dealname"),
                deal.property("pipeline").orElse(Pipelines.DEFAULT),
                deal.property("dealstage"),
                deals.amount(deal),
                deals.currency(deal),
                amountMinor(deals.deal(number)),
                deal.property("closedate"),
                Micros.instant(deal.createdAt()),
                deal.deleted(),
                deals.survivor(number),
                deals.problem(deal));
    }

    private static OptionalLong amountMinor(Deal deal) {
        return deal.hasAmount() && deal.convertible() ? OptionalLong.of(deal.amountMinor()) : OptionalLong.empty();
    }
}
