package tributary.query.journey;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tributary.events.AccountEvent;
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

/// A small random history. Acts often share an instant, since content decides among them (D-10); other facts never
/// do, since among them the order of recording decides.
final class RandomFacts {
    private static final Instant BEGIN = Instant.parse("2023-04-01T00:00:00Z");
    private static final List<AssetType> TYPES = List.of(
            AssetType.LANDING_PAGE,
            AssetType.SITE_PAGE,
            AssetType.FORM,
            AssetType.MARKETING_EMAIL,
            AssetType.OBJECT_LIST,
            AssetType.WEB_INTERACTIVE);
    private static final List<String> UTMS = List.of("spring", "autumn", "other");
    private static final List<String> WORDS = List.of("running shoes", "walking shoes");

    private final Random random;
    private final List<Instant> instants = new ArrayList<>();
    private int used;
    private int lines;

    RandomFacts(long seed) {
        random = new Random(seed);
        for (var i = 0; i < 20_000; i++) instants.add(BEGIN.plus(i, MINUTES));
        Collections.shuffle(instants, random);
    }

    List<Fact> facts(int acts) {
        var facts = new ArrayList<Fact>();
        people(facts);
        campaigns(facts);
        deals(facts);
        while (acts > 0) {
            var batch = new ArrayList<Interaction>();
            for (var i = random.nextInt(1, 8); i > 0 && acts > 0; i--, acts--) batch.add(act());
            facts.add(new InteractionsRecorded(Told.ACCOUNT, "key", batch));
        }
        Collections.shuffle(facts, random);
        return facts;
    }

    /// No two facts share it.
    private Instant once() {
        return instants.get(used++).plusMillis(7);
    }

    /// One of few.
    private Instant often() {
        return BEGIN.plusSeconds(600L * random.nextInt(40));
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private ContactId contact() {
        return new ContactId("c" + random.nextInt(8));
    }

    private String visitor() {
        return "v" + random.nextInt(12);
    }

    private Asset asset() {
        return new Asset(oneOf(TYPES), "a" + random.nextInt(3));
    }

    private String url() {
        return "https://Example.com/" + random.nextInt(4) + "?utm_campaign=" + oneOf(UTMS);
    }

    private <T> T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    private Interaction act() {
        var visitor = random.nextInt(5) == 0 ? null : visitor();
        var contact = visitor == null || random.nextInt(3) == 0 ? contact() : null;
        var kind = random.nextBoolean() ? InteractionKind.PAGE_VIEW : oneOf(List.of(InteractionKind.values()));
        var bot = random.nextInt(5) == 0 ? oneOf(List.of(Bot.values())) : null;
        return new Interaction(
                often(),
                kind,
                visitor,
                contact,
                contact != null && random.nextBoolean(),
                maybe(asset()),
                maybe(asset()),
                maybe(url()),
                maybe("https://www.google.com/"),
                random.nextInt(4) == 0 ? oneOf(WORDS) : null,
                random.nextInt(4) == 0 ? new Origin(oneOf(List.of(Origin.Type.values())), null) : null,
                bot,
                null,
                "line" + lines++);
    }

    private void people(List<Fact> facts) {
        for (var i = 0; i < 8; i++) {
            facts.add(new ContactEvent.ContactCreated(
                    new ContactId("c" + i), ContactEvent.Source.IMPORT, true, maybe("lead"), null, once()));
        }
        for (var i = 0; i < 10; i++) {
            facts.add(new ContactEvent.VisitorIdentified(contact(), visitor(), random.nextBoolean(), once()));
        }
        for (var i = 3; i < 8; i++) {
            if (random.nextInt(3) > 0) continue;
            facts.add(new ContactEvent.ContactsMerged(
                    new ContactId("c" + random.nextInt(i)), new ContactId("c" + i), once()));
        }
        facts.add(new ContactEvent.ContactDeleted(contact(), once()));
        facts.add(new ContactEvent.ContactRestored(contact(), once()));
    }

    private void campaigns(List<Fact> facts) {
        for (var i = 0; i < 4; i++) {
            var campaign = new CampaignId("k" + i);
            facts.add(new CampaignEvent.CampaignCreated(campaign, Map.of("hs_utm", oneOf(UTMS)), Map.of(), once()));
            for (var j = 0; j < 6; j++) facts.add(new CampaignEvent.AssetAssociated(campaign, asset(), once()));
            for (var j = 0; j < 2; j++) facts.add(new CampaignEvent.AssetDissociated(campaign, asset(), once()));
            facts.add(new CampaignEvent.AssetAssociated(campaign, new Asset(AssetType.KEYWORD, oneOf(WORDS)), once()));
            facts.add(new CampaignEvent.CampaignChanged(campaign, Map.of("hs_utm", oneOf(UTMS)), Map.of(), once()));
        }
        facts.add(new CampaignEvent.CampaignDeleted(new CampaignId("k3"), once()));
        for (var i = 0; i < 12; i++) {
            facts.add(new AssetEvent.AssetDescribed(
                    asset(),
                    null,
                    maybe(url()),
                    maybe(random.nextBoolean()),
                    maybe(oneOf(List.of(AssetEvent.ListType.values()))),
                    once()));
        }
    }

    private void deals(List<Fact> facts) {
        for (var i = 0; i < 6; i++) {
            var deal = new DealId("d" + i);
            facts.add(new DealEvent.DealCreated(deal, properties("open"), List.of(contact(), contact()), once()));
            for (var j = 0; j < 3; j++) {
                facts.add(new DealEvent.DealChanged(
                        deal, properties(oneOf(List.of("open", "closedwon", "signed"))), once()));
            }
            facts.add(new DealEvent.DealAssociated(deal, contact(), once()));
            if (i > 3) facts.add(new DealEvent.DealDeleted(deal, once()));
            if (i > 3) facts.add(new DealEvent.DealRestored(deal, once()));
        }
        facts.add(new DealEvent.DealsMerged(new DealId("d0"), new DealId("d1"), once()));
        facts.add(new DealEvent.DealsMerged(new DealId("d2"), new DealId("d0"), once()));
        for (var currency : List.of("USD", "USD", "JPY")) {
            facts.add(new AccountEvent.RateSet(
                    Told.ACCOUNT,
                    currency,
                    BigDecimal.valueOf(random.nextInt(1, 300), 2),
                    LocalDate.of(2023, 4, random.nextInt(1, 28)),
                    once()));
        }
        facts.add(new AccountEvent.PipelineDefined(
                Told.ACCOUNT,
                new PipelineId("partners"),
                "Partners",
                List.of(new AccountEvent.Stage("signed", "Signed", true, BigDecimal.ONE)),
                once()));
        facts.add(new AccountEvent.AccountOpened(Told.ACCOUNT, Map.of("currency", "EUR", "name", "Acme"), once()));
        facts.add(new AccountEvent.AccountChanged(
                Told.ACCOUNT, Map.of("timeZone", oneOf(List.of("Asia/Tokyo", "Europe/Amsterdam"))), once()));
    }

    private Map<String, String> properties(String stage) {
        var properties = new HashMap<String, String>();
        properties.put("dealstage", stage);
        if (random.nextBoolean()) properties.put("pipeline", oneOf(List.of("default", "partners")));
        if (random.nextBoolean()) properties.put("amount", oneOf(List.of("100.005", "2000", "")));
        if (random.nextBoolean()) properties.put("deal_currency_code", oneOf(List.of("USD", "EUR", "JPY", "GBP")));
        if (random.nextBoolean()) {
            properties.put("closedate", oneOf(List.of("2023-04-10", "2023-04-20T10:00:00Z", "")));
        }
        return properties;
    }
}
