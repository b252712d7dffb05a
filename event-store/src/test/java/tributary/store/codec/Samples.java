package tributary.store.codec;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import tributary.events.PipelineId;
import tributary.events.Sealed;
import tributary.events.StoredName;

/// A fact of each kind, with every component present.
public final class Samples {
    public static final AccountId ACME = new AccountId("acme");
    public static final Instant AT = Instant.parse("2023-03-01T09:30:00.123456Z");

    private static final CampaignId SPRING = new CampaignId("spring");
    private static final ContactId ANNA = new ContactId("anna");
    private static final DealId BIG = new DealId("big");
    private static final Asset PAGE = new Asset(AssetType.LANDING_PAGE, "offer");
    private static final Sealed SEALED = new Sealed(new byte[] {1, 2, 3, -4});

    private Samples() {}

    public static Fact of(StoredName name) {
        return switch (name) {
            case ACCOUNT_OPENED ->
                new AccountEvent.AccountOpened(ACME, Map.of("timeZone", "Europe/Berlin", "currency", "EUR"), AT);
            case ACCOUNT_CHANGED -> new AccountEvent.AccountChanged(ACME, Map.of("tier", "ENTERPRISE"), AT);
            case RULE_SET_DEFINED ->
                new AccountEvent.RuleSetDefined(
                        ACME,
                        "strict",
                        "2023-09",
                        Map.of(
                                "sessionGapMinutes",
                                12.5,
                                "keywords",
                                false,
                                "excludedOrigins",
                                List.of("AD", "CTA"),
                                "models",
                                Map.of("MINE", Map.of("kind", "MILESTONES", "first", 400, "close", 600))),
                        AT);
            case PIPELINE_DEFINED ->
                new AccountEvent.PipelineDefined(
                        ACME,
                        new PipelineId("sales"),
                        "Sales",
                        List.of(
                                new AccountEvent.Stage("talking", "Talking", false, new BigDecimal("0.20")),
                                new AccountEvent.Stage("won", "Won", true, new BigDecimal("1.0"))),
                        AT);
            case RATE_SET ->
                new AccountEvent.RateSet(ACME, "USD", new BigDecimal("0.9321"), LocalDate.of(2023, 3, 1), AT);
            case CAMPAIGN_CREATED ->
                new CampaignEvent.CampaignCreated(
                        SPRING,
                        Map.of("hs_name", "Frühling", "hs_utm", "spring"),
                        Map.of("influencedContacts", "40"),
                        AT);
            case CAMPAIGN_CHANGED ->
                new CampaignEvent.CampaignChanged(SPRING, Map.of("hs_utm", ""), Map.of("sessions", "7"), AT);
            case CAMPAIGN_DELETED -> new CampaignEvent.CampaignDeleted(SPRING, AT);
            case ASSET_ASSOCIATED -> new CampaignEvent.AssetAssociated(SPRING, PAGE, AT);
            case ASSET_DISSOCIATED -> new CampaignEvent.AssetDissociated(SPRING, PAGE, AT);
            case BUDGET_SET ->
                new CampaignEvent.BudgetSet(SPRING, "b1", "Print", new BigDecimal("1000.50"), 2, "flyers", AT);
            case BUDGET_REMOVED -> new CampaignEvent.BudgetRemoved(SPRING, "b1", AT);
            case SPEND_SET -> new CampaignEvent.SpendSet(SPRING, "s1", "Ads", new BigDecimal("250"), 1, "search", AT);
            case SPEND_REMOVED -> new CampaignEvent.SpendRemoved(SPRING, "s1", AT);
            case ASSET_DESCRIBED ->
                new AssetEvent.AssetDescribed(
                        new Asset(AssetType.OBJECT_LIST, "vips"),
                        "VIPs",
                        "https://example.com/vips",
                        true,
                        AssetEvent.ListType.SNAPSHOT,
                        AT);
            case CONTACT_CREATED ->
                new ContactEvent.ContactCreated(ANNA, ContactEvent.Source.IMPORT, true, "lead", SEALED, AT);
            case CONTACT_DISCOVERED -> new ContactEvent.ContactDiscovered(ANNA, SEALED, AT);
            case CONTACT_CHANGED ->
                new ContactEvent.ContactChanged(ANNA, ContactEvent.Source.API, "customer", SEALED, AT);
            case VISITOR_IDENTIFIED -> new ContactEvent.VisitorIdentified(ANNA, "browser-1", true, AT);
            case CONTACTS_MERGED -> new ContactEvent.ContactsMerged(ANNA, new ContactId("ann"), AT);
            case CONTACT_DELETED -> new ContactEvent.ContactDeleted(ANNA, AT);
            case CONTACT_RESTORED -> new ContactEvent.ContactRestored(ANNA, AT);
            case CONTACT_ERASED -> new ContactEvent.ContactErased(ANNA, AT);
            case DEAL_CREATED ->
                new DealEvent.DealCreated(BIG, Map.of("amount", "1000.00", "dealstage", "talking"), List.of(ANNA), AT);
            case DEAL_CHANGED -> new DealEvent.DealChanged(BIG, Map.of("dealstage", "won"), AT);
            case DEAL_ASSOCIATED -> new DealEvent.DealAssociated(BIG, ANNA, AT);
            case DEAL_DISSOCIATED -> new DealEvent.DealDissociated(BIG, ANNA, AT);
            case DEAL_DELETED -> new DealEvent.DealDeleted(BIG, AT);
            case DEAL_RESTORED -> new DealEvent.DealRestored(BIG, AT);
            case DEALS_MERGED -> new DealEvent.DealsMerged(BIG, new DealId("small"), AT);
            case INTERACTIONS_RECORDED ->
                new InteractionsRecorded(ACME, "token-1", List.of(full(), bare(), full(), pageView("b2", "i-9")));
        };
    }

    /// Every component present.
    public static Interaction full() {
        return new Interaction(
                AT,
                InteractionKind.FORM_SUBMISSION,
                "browser-1",
                ANNA,
                true,
                new Asset(AssetType.FORM, "sign/up"),
                PAGE,
                "https://example.com/offer?utm_campaign=spring",
                "https://www.google.com/",
                "running shoes",
                new Origin(Origin.Type.AD, new Asset(AssetType.AD_CAMPAIGN, "ad-7")),
                Bot.SCANNER,
                "Angebot für alle 🎉",
                "i-1");
    }

    /// Every component absent that may be, and before 1970.
    public static Interaction bare() {
        return new Interaction(
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                InteractionKind.PAGE_VIEW,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static Interaction pageView(String visitor, String line) {
        return new Interaction(
                AT.plusSeconds(5),
                InteractionKind.PAGE_VIEW,
                visitor,
                null,
                false,
                PAGE,
                null,
                "https://example.com/offer",
                null,
                null,
                new Origin(Origin.Type.CTA, null),
                null,
                "",
                line);
    }
}
