package tributary.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tributary.events.AccountEvent.AccountOpened;
import tributary.events.AccountEvent.PipelineDefined;
import tributary.events.AccountEvent.Stage;
import tributary.events.Asset;
import tributary.events.AssetEvent.AssetDescribed;
import tributary.events.AssetType;
import tributary.events.CampaignEvent.AssetAssociated;
import tributary.events.CampaignEvent.BudgetSet;
import tributary.events.CampaignEvent.CampaignCreated;
import tributary.events.CampaignEvent.SpendSet;
import tributary.events.CampaignId;
import tributary.events.ContactEvent.ContactCreated;
import tributary.events.ContactEvent.Source;
import tributary.events.ContactId;
import tributary.events.DealEvent.DealChanged;
import tributary.events.DealEvent.DealCreated;
import tributary.events.DealId;
import tributary.events.Fact;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.InteractionsRecorded;
import tributary.events.PipelineId;

/// A small story to report on, of an account in Amsterdam (EUR).
///
/// Campaign A "Spring Launch" (UTM `spring-launch`) has landing page LP1, form FORM1 and email EM1; B "Autumn" has
/// LPB. Ada (c1, imported) viewed LP1 on 3 April and clicked EM1 on 12 April; Bea (c2, imported) viewed LP1 on 10
/// April with the UTM value. Deal d1 of 1000 EUR with Ada was won on 20 April, d2 of 500 USD, without a rate, with
/// Bea on 2 May.
public final class SpringLaunch {
    public static final CampaignId A = new CampaignId("A");
    public static final CampaignId B = new CampaignId("B");
    public static final Asset LP1 = new Asset(AssetType.LANDING_PAGE, "LP1");
    public static final Asset LPB = new Asset(AssetType.LANDING_PAGE, "LPB");
    public static final Asset FORM1 = new Asset(AssetType.FORM, "FORM1");
    public static final Asset EM1 = new Asset(AssetType.MARKETING_EMAIL, "EM1");
    public static final ContactId ADA = new ContactId("c1");
    public static final ContactId BEA = new ContactId("c2");

    private static final Instant MARCH = Instant.parse("2023-03-01T00:00:00Z");
    private static final PipelineId PIPELINE = new PipelineId("default");

    private SpringLaunch() {}

    public static Fact[] facts(Map<String, String> settings) {
        return Stream.of(
                        account(settings),
                        campaigns(),
                        List.<Fact>of(imported(ADA), imported(BEA)),
                        List.<Fact>of(acts(
                                act(
                                        "2023-04-03T10:00:00Z",
                                        InteractionKind.PAGE_VIEW,
                                        ADA,
                                        LP1,
                                        "https://www.example.com/spring"),
                                act(
                                        "2023-04-10T10:00:00Z",
                                        InteractionKind.PAGE_VIEW,
                                        BEA,
                                        LP1,
                                        "https://www.example.com/spring?utm_campaign=spring-launch"),
                                act("2023-04-12T10:00:00Z", InteractionKind.EMAIL_CLICK, ADA, EM1, null))),
                        deal("d1", ADA, "1000", "EUR", "2023-04-20"),
                        deal("d2", BEA, "500", "USD", "2023-05-02"))
                .flatMap(List::stream)
                .toArray(Fact[]::new);
    }

    private static List<Fact> account(Map<String, String> settings) {
        var all = new HashMap<>(Map.of(
                "name", "Acme",
                "timeZone", "Europe/Amsterdam",
                "currency", "EUR",
                "tier", "ALL",
                "weekStart", "SUNDAY",
                "emailBotFilter", "true",
                "siteDomains", "",
                "interactionTypes", "",
                "ruleSet", "2023-09"));
        all.putAll(settings);
        return List.of(
                new AccountOpened(Office.ACCOUNT, all, MARCH.minusSeconds(10)),
                new PipelineDefined(
                        Office.ACCOUNT,
                        PIPELINE,
                        "Sales",
                        List.of(
                                new Stage("open", "Open", false, new BigDecimal("0.2")),
                                new Stage("closedwon", "Won", true, BigDecimal.ONE)),
                        MARCH.minusSeconds(9)));
    }

    private static List<Fact> campaigns() {
        return List.of(
                new AssetDescribed(LP1, "Spring", "https://www.example.com/spring", null, null, MARCH),
                new CampaignCreated(
                        A,
                        Map.of("hs_name", "Spring Launch", "hs_utm", "spring-launch"),
                        Map.of("influencedContacts", "40", "attributedRevenue", "4000.00", "applause", "much"),
                        MARCH),
                new CampaignCreated(B, Map.of("hs_name", "Autumn"), Map.of(), MARCH),
                new AssetAssociated(A, LP1, MARCH),
                new AssetAssociated(A, FORM1, MARCH),
                new AssetAssociated(A, EM1, MARCH),
                new AssetAssociated(B, LPB, MARCH),
                new BudgetSet(A, "b1", "Ads", new BigDecimal("1500"), 0, null, MARCH),
                new BudgetSet(A, "b2", "Print", new BigDecimal("500"), 1, null, MARCH),
                new SpendSet(A, "s1", "Ads", new BigDecimal("250"), 0, null, MARCH));
    }

    public static Fact imported(ContactId contact) {
        return new ContactCreated(contact, Source.IMPORT, true, null, null, Instant.parse("2023-02-01T00:00:00Z"));
    }

    public static Fact acts(Interaction... interactions) {
        return new InteractionsRecorded(Office.ACCOUNT, "key", List.of(interactions));
    }

    public static Interaction act(String at, InteractionKind kind, ContactId contact, Asset asset, String url) {
        return new Interaction(
                Instant.parse(at), kind, null, contact, false, asset, null, url, null, null, null, null, null, null);
    }

    private static List<Fact> deal(String id, ContactId contact, String amount, String currency, String wonOn) {
        var deal = new DealId(id);
        var properties = Map.of(
                "dealname",
                id,
                "amount",
                amount,
                "deal_currency_code",
                currency,
                "pipeline",
                "default",
                "dealstage",
                "open");
        return List.of(
                new DealCreated(deal, properties, List.of(contact), Instant.parse("2023-04-01T00:00:00Z")),
                new DealChanged(
                        deal,
                        Map.of("dealstage", "closedwon", "closedate", wonOn),
                        Instant.parse(wonOn + "T12:00:00Z")));
    }
}
