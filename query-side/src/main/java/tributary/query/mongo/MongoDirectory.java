package tributary.query.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.bson.Document;
import tributary.attribution.AssetType;
import tributary.attribution.judge.InfluenceKey;
import tributary.query.directory.AssetEntry;
import tributary.query.directory.AssociatedAsset;
import tributary.query.directory.CampaignEntry;
import tributary.query.directory.DealEntry;
import tributary.query.directory.Directory;
import tributary.query.directory.MoneyItem;

/// The directory of one publication. It gives the numbers under which its figures speak of things, too: good for one
/// report, and for one thread.
final class MongoDirectory implements Directory {
    /// Begins the name of what influenced, where that is a UTM value.
    static final String UTM = "UTM/";

    /// Between type and id of an asset.
    private static final String SLASH = "/";

    private static final int BATCH = 1_000;

    private final ReadModels models;
    private final long publication;
    private final String accountName;
    private final Numbering campaignNumbers = new Numbering();
    private final Numbering contacts = new Numbering();
    private final Numbering assetNumbers = new Numbering();
    private final Numbering utms = new Numbering();
    private final Numbering dealNumbers = new Numbering();
    private final Map<Integer, DocumentReader> deals = new HashMap<>();
    private final Map<String, DocumentReader> campaigns = new HashMap<>();
    private final Map<String, DocumentReader> assets = new HashMap<>();
    private boolean hasAllCampaigns;
    private boolean hasAllAssets;

    MongoDirectory(ReadModels models, long publication, String accountName) {
        this.models = models;
        this.publication = publication;
        this.accountName = accountName;
    }

    @Override
    public String accountName() {
        return accountName;
    }

    @Override
    public List<CampaignEntry> campaigns() {
        readAllCampaigns();
        return campaigns.entrySet().stream()
                .map(entry -> entry(entry.getKey(), entry.getValue()))
                .filter(campaign -> !campaign.deleted())
                .sorted(Comparator.comparing(CampaignEntry::name).thenComparing(CampaignEntry::id))
                .toList();
    }

    private void readAllCampaigns() {
        if (hasAllCampaigns) return;
        hasAllCampaigns = true;
        models.documents(ReadModels.CAMPAIGNS)
                .find(Publications.of(publication))
                .projection(Projections.exclude(Field.ASSETS))
                .batchSize(BATCH)
                .forEach(found -> campaigns.put(id(found), new DocumentReader(found)));
    }

    private static String id(Document campaign) {
        return campaign.get(Field.ID, Document.class).getString(Field.CAMPAIGN);
    }

    @Override
    public Optional<CampaignEntry> campaign(String id) {
        return find(id).map(found -> entry(id, found)).filter(campaign -> !campaign.deleted());
    }

    private Optional<DocumentReader> find(String id) {
        if (!campaigns.containsKey(id) && !hasAllCampaigns)
            read(id, Field.ASSETS, false).ifPresent(found -> campaigns.put(id, found));
        return Optional.ofNullable(campaigns.get(id));
    }

    private Optional<DocumentReader> read(String id, String field, boolean only) {
        return Optional.ofNullable(models.documents(ReadModels.CAMPAIGNS)
                        .find(eq(Field.ID, new Document(Field.PUBLICATION, publication).append(Field.CAMPAIGN, id)))
                        .projection(only ? Projections.include(field) : Projections.exclude(field))
                        .first())
                .map(DocumentReader::new);
    }

    @Override
    public CampaignEntry campaign(int number) {
        var id = campaignId(number);
        return entry(id, find(id).orElseThrow());
    }

    /// The number under which figures know a campaign.
    int campaignNumber(String id) {
        return campaignNumbers.number(id);
    }

    String campaignId(int number) {
        return campaignNumbers.name(number);
    }

    private CampaignEntry entry(String id, DocumentReader found) {
        return new CampaignEntry(
                campaignNumber(id),
                id,
                pairs(found, Field.PROPERTIES),
                pairs(found, Field.GOALS),
                items(found, Field.BUDGET),
                items(found, Field.SPEND),
                found.instant(Field.CREATED_AT),
                found.instant(Field.UPDATED_AT),
                found.flag(Field.DELETED));
    }

    private static Map<String, String> pairs(DocumentReader found, String name) {
        return found.documents(name).stream()
                .collect(Collectors.toUnmodifiableMap(pair -> pair.text(Field.NAME), pair -> pair.text(Field.VALUE)));
    }

    private static List<MoneyItem> items(DocumentReader found, String name) {
        return found.documents(name).stream()
                .map(item -> new MoneyItem(
                        item.text(Field.ITEM),
                        item.text(Field.NAME),
                        item.decimal(Field.AMOUNT),
                        item.has(Field.ORDER) ? (int) item.number(Field.ORDER) : null,
                        item.text(Field.DESCRIPTION)))
                .toList();
    }

    @Override
    public List<AssociatedAsset> assets(int campaign) {
        var held = new ArrayList<AssociatedAsset>();
        read(campaignId(campaign), Field.ASSETS, true)
                .ifPresent(found -> found.documents(Field.ASSETS)
                        .forEach(asset -> held.add(new AssociatedAsset(
                                asset(asset),
                                asset.instant(Field.ASSOCIATED_AT),
                                asset.has(Field.REMOVED_AT)
                                        ? Optional.of(asset.instant(Field.REMOVED_AT))
                                        : Optional.empty()))));
        return held;
    }

    private AssetEntry asset(DocumentReader asset) {
        var type = AssetType.valueOf(asset.text(Field.TYPE));
        var id = asset.text(Field.ITEM);
        var number = assetNumbers.number(type + SLASH + id);
        return new AssetEntry(number, type, id, asset.optional(Field.NAME), asset.optional(Field.URL));
    }

    @Override
    public AssetEntry asset(int number) {
        readAllAssets();
        var key = assetNumbers.name(number);
        if (assets.containsKey(key)) return asset(assets.get(key));
        var between = key.indexOf(SLASH);
        var type = AssetType.valueOf(key.substring(0, between));
        return new AssetEntry(number, type, key.substring(between + 1), Optional.empty(), Optional.empty());
    }

    private void readAllAssets() {
        if (hasAllAssets) return;
        hasAllAssets = true;
        models.documents(ReadModels.CAMPAIGNS)
                .find(Publications.of(publication))
                .projection(Projections.include(Field.ASSETS))
                .batchSize(BATCH)
                .forEach(found -> new DocumentReader(found)
                        .documents(Field.ASSETS)
                        .forEach(asset -> assets.put(asset.text(Field.TYPE) + SLASH + asset.text(Field.ITEM), asset)));
    }

    /// The key under which figures know what influenced.
    int influenceKey(String by) {
        return by.startsWith(UTM)
                ? InfluenceKey.utm(utms.number(by.substring(UTM.length())))
                : InfluenceKey.asset(assetNumbers.number(by));
    }

    @Override
    public String utm(int number) {
        return utms.name(number);
    }

    int contactNumber(String id) {
        return contacts.number(id);
    }

    @Override
    public String contactId(int contact) {
        return contacts.name(contact);
    }

    /// The number of a deal that was read.
    int dealNumber(DocumentReader deal) {
        var number = dealNumbers.number(deal.document(Field.ID).text(Field.DEAL));
        deals.put(number, deal);
        return number;
    }

    @Override
    public DealEntry deal(int number) {
        var deal = deals.get(number);
        var sent = deal.document(Field.SENT);
        return new DealEntry(
                number,
                dealNumbers.name(number),
                deal.optional(Field.NAME),
                deal.text(Field.PIPELINE),
                deal.optional(Field.STAGE),
                Optional.ofNullable(sent.decimal(Field.AMOUNT)),
                sent.text(Field.CURRENCY),
                deal.has(Field.AMOUNT)
                        ? OptionalLong.of(deal.minor(Field.AMOUNT, deal.text(Field.CURRENCY)))
                        : OptionalLong.empty(),
                sent.optional(Field.CLOSE_DATE),
                deal.instant(Field.CREATED_AT),
                false,
                number,
                deal.optional(Field.PROBLEM));
    }
}
