package tributary.query.live;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tributary.events.AccountEvent;
import tributary.events.AccountId;
import tributary.events.Asset;
import tributary.events.AssetEvent;
import tributary.events.AssetType;
import tributary.events.Bot;
import tributary.events.CampaignEvent;
import tributary.events.CampaignId;
import tributary.events.ContactEvent;
import tributary.events.ContactId;
import tributary.events.DealEvent;
import tributary.events.DealId;
import tributary.events.Fact;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.InteractionsRecorded;
import tributary.events.Origin;

/// Facts of an account, made up at random: everything that can happen to campaigns, contacts and deals, with late
/// facts, identifications, merges and removals, close together so that they meet.
public final class MadeUpHistory {
    private static final Instant BEGIN = Instant.parse("2023-03-01T00:00:00Z");
    private static final int DAYS = 120;
    private static final List<Asset> ASSETS = List.of(
            new Asset(AssetType.LANDING_PAGE, "spring"),
            new Asset(AssetType.SITE_PAGE, "pricing"),
            new Asset(AssetType.BLOG_POST, "post"),
            new Asset(AssetType.KNOWLEDGE_ARTICLE, "article"),
            new Asset(AssetType.FORM, "form"),
            new Asset(AssetType.MARKETING_EMAIL, "mail"),
            new Asset(AssetType.WEB_INTERACTIVE, "cta"),
            new Asset(AssetType.CTA, "old-cta"),
            new Asset(AssetType.MARKETING_EVENT, "fair"),
            new Asset(AssetType.OBJECT_LIST, "list"),
            new Asset(AssetType.SOCIAL_BROADCAST, "social"),
            new Asset(AssetType.AD_CAMPAIGN, "ad"),
            new Asset(AssetType.KEYWORD, "running shoes"));
    private static final List<String> CAMPAIGNS = List.of("spring", "summer", "autumn");
    private static final List<String> STAGES = List.of("open", "closedwon", "closedlost");

    private final AccountId account;
    private final Random random;
    private final int people;
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> contacts = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();
    private final List<String> deals = new ArrayList<>();
    private final List<String> campaigns = new ArrayList<>(CAMPAIGNS);
    private int dealsMade;
    private long line;

    public MadeUpHistory(AccountId account, long seed, int people) {
        this.account = account;
        this.random = new Random(seed);
        this.people = people;
    }

    public List<Fact> facts(int steps) {
        open();
        for (var step = 0; step < steps; step++) step();
        return facts;
    }

    private void open() {
        var settings = new HashMap<String, String>();
        settings.put("name", "Made up");
        settings.put("timeZone", "Europe/Amsterdam");
        settings.put("currency", "EUR");
        settings.put("tier", "ALL");
        settings.put("weekStart", "SUNDAY");
        settings.put("emailBotFilter", "true");
        settings.put("siteDomains", "example.org");
        settings.put("interactionTypes", "");
        settings.put("ruleSet", "2023-09");
        facts.add(new AccountEvent.AccountOpened(account, settings, BEGIN));
        pipeline(false, BEGIN);
        facts.add(
                new AccountEvent.RateSet(account, "USD", new BigDecimal("0.9"), LocalDate.parse("2023-01-01"), BEGIN));
        for (var campaign : CAMPAIGNS)
            facts.add(new CampaignEvent.CampaignCreated(
                    new CampaignId(campaign), Map.of("hs_name", campaign, "hs_utm", campaign), Map.of(), BEGIN));
        for (var asset : ASSETS)
            if (asset.type() != AssetType.KEYWORD)
                facts.add(new AssetEvent.AssetDescribed(asset, asset.id(), url(asset), null, null, BEGIN));
        for (var i = 0; i < 10; i++) createContact();
    }

    private void pipeline(boolean lostIsWon, Instant at) {
        var stages = List.of(
                new AccountEvent.Stage("open", "Open", false, new BigDecimal("0.2")),
                new AccountEvent.Stage("closedwon", "Won", true, BigDecimal.ONE),
                new AccountEvent.Stage("closedlost", "Lost", true, lostIsWon ? BigDecimal.ONE : BigDecimal.ZERO));
        facts.add(new AccountEvent.PipelineDefined(
                account, new tributary.events.PipelineId("default"), "Sales", stages, at));
    }

    private void step() {
        switch (random.nextInt(26)) {
            case 0 -> createContact();
            case 1 -> identify();
            case 2 -> merge();
            case 3 -> facts.add(new CampaignEvent.AssetAssociated(campaign(), any(ASSETS), at()));
            case 4 -> facts.add(new CampaignEvent.AssetDissociated(campaign(), any(ASSETS), at()));
            case 5 ->
                facts.add(new CampaignEvent.CampaignChanged(
                        campaign(),
                        Map.of("hs_utm", any(List.of("spring", "summer", "autumn", "sale"))),
                        Map.of(),
                        at()));
            case 6, 7 -> createDeal();
            case 8, 9 -> changeDeal();
            case 10 -> associate();
            case 11 -> settle();
            case 12 ->
                facts.add(new AssetEvent.AssetDescribed(
                        new Asset(AssetType.WEB_INTERACTIVE, "cta"), null, null, random.nextBoolean(), null, at()));
            case 13 -> standOtherwise();
            case 14 -> redefine();
            default -> interactions();
        }
    }

    private void standOtherwise() {
        facts.add(
                switch (random.nextInt(3)) {
                    case 0 -> new ContactEvent.ContactDeleted(contact(), at());
                    case 1 -> new ContactEvent.ContactRestored(contact(), at());
                    default -> new ContactEvent.ContactErased(contact(), at());
                });
    }

    private void redefine() {
        switch (random.nextInt(4)) {
            case 0 ->
                facts.add(new AccountEvent.RateSet(
                        account,
                        "USD",
                        new BigDecimal(any(List.of("0.8", "1.1"))),
                        LocalDate.parse("2023-04-15"),
                        at()));
            case 1 -> pipeline(random.nextBoolean(), at());
            case 2 -> mergeDeals();
            default -> deleteCampaign();
        }
    }

    private void mergeDeals() {
        if (deals.size() < 3) return;
        var primary = deal();
        var merged = deal();
        if (primary.equals(merged)) return;
        deals.remove(merged.value());
        facts.add(new DealEvent.DealsMerged(primary, merged, at()));
    }

    private void deleteCampaign() {
        if (campaigns.size() < 2 || random.nextInt(3) > 0) return;
        var deleted = campaign();
        campaigns.remove(deleted.value());
        facts.add(new CampaignEvent.CampaignDeleted(deleted, at()));
    }

    private void createContact() {
        var id = String.valueOf(1000 + contacts.size());
        contacts.add(id);
        facts.add(new ContactEvent.ContactCreated(
                new ContactId(id), ContactEvent.Source.IMPORT, random.nextBoolean(), "lead", null, at()));
    }

    private void identify() {
        facts.add(new ContactEvent.VisitorIdentified(contact(), visitor(), random.nextBoolean(), at()));
    }

    private void merge() {
        var primary = contact();
        var merged = contact();
        if (random.nextInt(3) > 0 || primary.equals(merged)) return;
        gone.add(merged.value());
        facts.add(new ContactEvent.ContactsMerged(primary, merged, at()));
    }

    private void settle() {
        var change = switch (random.nextInt(8)) {
            case 0 -> Map.of("timeZone", any(List.of("Europe/Amsterdam", "America/New_York", "UTC")));
            case 1 -> Map.of("emailBotFilter", String.valueOf(random.nextBoolean()));
            case 2 -> Map.of("siteDomains", any(List.of("example.org", "example.org,example.com")));
            default -> Map.of("name", "Made up");
        };
        facts.add(new AccountEvent.AccountChanged(account, change, at()));
    }

    private void createDeal() {
        var id = String.valueOf(5000 + dealsMade++);
        deals.add(id);
        var properties = new HashMap<String, String>();
        properties.put("dealname", "Deal " + id);
        properties.put("pipeline", "default");
        properties.put("dealstage", any(STAGES));
        properties.put("deal_currency_code", any(List.of("EUR", "EUR", "USD")));
        if (random.nextInt(5) > 0) properties.put("amount", String.valueOf(100 + random.nextInt(9_000)));
        var with = new ArrayList<ContactId>();
        for (var i = random.nextInt(3); i > 0; i--) {
            var contact = contact();
            if (!with.contains(contact)) with.add(contact);
        }
        facts.add(new DealEvent.DealCreated(new DealId(id), properties, with, at()));
    }

    private void changeDeal() {
        if (deals.isEmpty()) return;
        var change = switch (random.nextInt(5)) {
            case 0 -> Map.of("amount", any(List.of("", "750", "1234.56")));
            case 1 -> Map.of("closedate", any(List.of("", "2023-05-15", "2023-06-01T22:30:00Z")));
            default -> Map.of("dealstage", random.nextInt(3) > 0 ? "closedwon" : any(STAGES));
        };
        facts.add(new DealEvent.DealChanged(deal(), change, at()));
    }

    private void associate() {
        if (deals.isEmpty()) return;
        facts.add(
                switch (random.nextInt(6)) {
                    case 0 -> new DealEvent.DealDissociated(deal(), contact(), at());
                    case 1 -> new DealEvent.DealDeleted(deal(), at());
                    case 2 -> new DealEvent.DealRestored(deal(), at());
                    default -> new DealEvent.DealAssociated(deal(), contact(), at());
                });
    }

    private void interactions() {
        var batch = new ArrayList<Interaction>();
        for (var i = 1 + random.nextInt(6); i > 0; i--) batch.add(interaction());
        facts.add(new InteractionsRecorded(account, "key", batch));
    }

    private Interaction interaction() {
        var kind = random.nextInt(2) == 0 ? InteractionKind.PAGE_VIEW : any(List.of(InteractionKind.values()));
        var named = random.nextInt(3) == 0;
        var asset = random.nextInt(4) == 0 ? null : fitting(kind);
        var page = any(ASSETS.subList(0, 4));
        var url = url(kind == InteractionKind.PAGE_VIEW && asset != null ? asset : page)
                + (random.nextInt(3) == 0 ? "?utm_campaign=" + any(CAMPAIGNS) : "");
        return new Interaction(
                at(),
                kind,
                named && random.nextBoolean() ? null : visitor(),
                named ? contact() : null,
                named && random.nextBoolean(),
                asset,
                kind == InteractionKind.FORM_SUBMISSION ? page : null,
                random.nextInt(5) == 0 ? null : url,
                random.nextInt(3) == 0 ? any(List.of("https://www.google.com/", "https://other.net/x")) : null,
                random.nextInt(8) == 0 ? "Running  Shoes" : null,
                random.nextInt(12) == 0 ? new Origin(Origin.Type.AD, null) : null,
                random.nextInt(12) == 0 ? any(List.of(Bot.values())) : null,
                null,
                String.valueOf(line++));
    }

    private Asset fitting(InteractionKind kind) {
        var type = switch (kind) {
            case PAGE_VIEW -> null;
            case FORM_SUBMISSION, FORM_VIEW -> AssetType.FORM;
            case EMAIL_DELIVERY, EMAIL_OPEN, EMAIL_CLICK -> AssetType.MARKETING_EMAIL;
            case CTA_VIEW, CTA_CLICK -> random.nextBoolean() ? AssetType.CTA : AssetType.WEB_INTERACTIVE;
            case CTA_SUBMISSION -> AssetType.WEB_INTERACTIVE;
            case AD_CLICK -> AssetType.AD_CAMPAIGN;
            case SOCIAL_INTERACTION, SOCIAL_CLICK -> AssetType.SOCIAL_BROADCAST;
            case LIST_ADDITION -> AssetType.OBJECT_LIST;
            case EVENT_REGISTRATION, EVENT_ATTENDANCE, EVENT_CANCELLATION, EVENT_NO_SHOW -> AssetType.MARKETING_EVENT;
            case WORKFLOW_ENROLLMENT, CALL, MEETING, OTHER -> null;
        };
        if (kind == InteractionKind.PAGE_VIEW) return any(ASSETS.subList(0, 4));
        return ASSETS.stream().filter(asset -> asset.type() == type).findFirst().orElse(null);
    }

    private static String url(Asset asset) {
        return asset.type().name().endsWith("PAGE")
                        || asset.type() == AssetType.BLOG_POST
                        || asset.type() == AssetType.KNOWLEDGE_ARTICLE
                ? "https://example.org/" + asset.id()
                : null;
    }

    private CampaignId campaign() {
        return new CampaignId(any(campaigns));
    }

    private ContactId contact() {
        var living = contacts.stream().filter(id -> !gone.contains(id)).toList();
        return new ContactId(any(living));
    }

    private DealId deal() {
        return new DealId(any(deals));
    }

    private String visitor() {
        return "v" + random.nextInt(people);
    }

    /// Often some minutes after an earlier instant, so that sessions come about; never twice the same.
    private Instant at() {
        var minutes = random.nextInt(DAYS * 24 * 2) * 30L + random.nextInt(45);
        return BEGIN.plus(Duration.ofMinutes(minutes)).plusNanos(1_000L * facts.size() + 1_000_000L * line);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
