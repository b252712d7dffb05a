package tributary.attribution.story;

import static tributary.attribution.AssetType.*;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tributary.attribution.AssetType;
import tributary.attribution.Kind;
import tributary.attribution.journey.Arrivals;
import tributary.attribution.journey.CatalogHistory;
import tributary.attribution.journey.Deal;
import tributary.attribution.journey.Person;
import tributary.attribution.journey.Settings;
import tributary.attribution.journey.Tier;
import tributary.attribution.judge.Premises;
import tributary.attribution.rules.RuleSet;

/// A small history. Contacts and visitors have names, assets are called by their ids. The base is fixture F of
/// the acceptance scenarios.
public final class Story {
    static final String START = "2023-03-01T00:00:00Z";

    record Identification(String contact, long at) {}

    record Made(long at, Person.Creation.By by, Told act, String visitor) {}

    final CatalogHistory catalog = new CatalogHistory();
    final Arrivals arrivals = new Arrivals();
    final List<Told> acts = new ArrayList<>();
    final Map<String, List<Identification>> identifications = new LinkedHashMap<>();
    final Map<String, Made> contacts = new LinkedHashMap<>();
    final List<ToldDeal> deals = new ArrayList<>();
    private final Map<String, Integer> assets = new HashMap<>();
    private long order;
    public RuleSet rules = RuleSet.of("2023-09");
    public Settings settings = settings(true, EnumSet.allOf(Kind.class));

    public static Settings settings(boolean filter, Set<Kind> kinds) {
        return new Settings(ZoneId.of("Europe/Amsterdam"), "EUR", Tier.ALL, filter, Set.of(), kinds, DayOfWeek.SUNDAY);
    }

    /// Fixture F of the acceptance scenarios.
    public static Story fixture() {
        var story = new Story();
        story.page(LANDING_PAGE, "LP1", "/spring").page(LANDING_PAGE, "LP2", "/spring-2");
        story.page(LANDING_PAGE, "LPB", "/autumn").page(SITE_PAGE, "PRICING", "/pricing");
        story.page(BLOG_POST, "BLOG1", "/blog/one").page(BLOG_POST, "BLOG2", "/blog/two");
        story.page(BLOG_LISTING_PAGE, "BLOG", "/blog").page(KNOWLEDGE_ARTICLE, "KB1", "/help/one");
        story.campaign("A", "spring-launch", START).campaign("B", "autumn", START);
        story.named(FORM, "FORM1", "FORMX").named(MARKETING_EMAIL, "EM1", "EMB", "EMX");
        story.named(AUTOMATION_PLATFORM_FLOW, "WF1").named(OBJECT_LIST, "LIST1", "LIST2", "LISTD");
        story.named(MARKETING_EVENT, "EVT1").named(SOCIAL_BROADCAST, "SOC1").named(CTA, "CTAL1");
        story.named(WEB_INTERACTIVE, "CTA1", "CTA2").named(AD_CAMPAIGN, "AD1").named(CASE_STUDY, "CASE");
        story.named(KEYWORD, "running shoes");
        story.described("CTA1", false, null).described("CTA2", true, null);
        story.described("LIST1", null, true).described("LISTD", null, false);
        for (var id : List.of("LP1", "LP2", "BLOG1", "FORM1", "EM1", "WF1", "LIST1", "EVT1", "SOC1", "CTAL1", "CTA1")) {
            story.associated("A", id, START);
        }
        for (var id : List.of("CTA2", "AD1", "running shoes", "LISTD")) story.associated("A", id, START);
        return story.associated("B", "LPB", START).associated("B", "EMB", START);
    }

    static long micros(String instant) {
        var parsed = Instant.parse(instant);
        return parsed.getEpochSecond() * 1_000_000 + parsed.getNano() / 1_000;
    }

    private Story named(AssetType type, String... ids) {
        for (var id : ids) assets.put(id, catalog.asset(type, id));
        return this;
    }

    public Story page(AssetType type, String id, String path) {
        named(type, id);
        catalog.described(
                asset(id),
                "www.example.com" + path,
                "www.example.com",
                null,
                null,
                micros("2023-01-01T00:00:00Z"),
                ++order);
        return this;
    }

    public Story described(String id, Boolean hasForm, Boolean isStatic) {
        catalog.described(asset(id), null, null, hasForm, isStatic, micros("2023-01-01T00:00:00Z"), ++order);
        return this;
    }

    public int asset(String id) {
        return assets.get(id);
    }

    public Story campaign(String id, String utm, String at) {
        catalog.campaignCreated(catalog.campaign(id), utm, micros(at), ++order);
        return this;
    }

    public Story associated(String campaign, String asset, String at) {
        catalog.associated(catalog.campaign(campaign), asset(asset), micros(at), ++order);
        return this;
    }

    public Story dissociated(String campaign, String asset, String at) {
        catalog.dissociated(catalog.campaign(campaign), asset(asset), micros(at), ++order);
        return this;
    }

    public Story deleted(String campaign, String at) {
        catalog.campaignDeleted(catalog.campaign(campaign), micros(at), ++order);
        return this;
    }

    /// Imported contacts.
    public Story contact(String at, String... names) {
        for (var name : names) contacts.put(name, new Made(micros(at), Person.Creation.By.STATEMENT, null, null));
        return this;
    }

    public Story identified(String visitor, String contact, String at) {
        identifications.computeIfAbsent(visitor, _ -> new ArrayList<>()).add(new Identification(contact, micros(at)));
        return this;
    }

    /// A login that creates the contact.
    public Story identifiedCreating(String visitor, String contact, String at) {
        contacts.put(contact, new Made(micros(at), Person.Creation.By.IDENTIFICATION, null, visitor));
        return identified(visitor, contact, at);
    }

    void createdBy(Told act) {
        var submission = act.kind == Kind.FORM_SUBMISSION || act.kind == Kind.CTA_SUBMISSION;
        var by = submission ? Person.Creation.By.SUBMISSION : Person.Creation.By.OTHER_ACT;
        contacts.put(act.contact, new Made(act.at, by, act, null));
    }

    /// An act with an asset called by its id.
    public Told act(Kind kind, String asset, String at) {
        var told = new Told(this, kind, asset == null ? -1 : asset(asset), at);
        told.position = acts.size() + 1;
        acts.add(told);
        return told;
    }

    public Told views(String page, String at) {
        return act(Kind.PAGE_VIEW, page, at);
    }

    /// A visit to PRICING with this query.
    public Told visits(String query, String at) {
        return views("PRICING", at).url("https://www.example.com/pricing" + query);
    }

    public ToldDeal deal(String amount, String createdAt, String... contacts) {
        var deal = new ToldDeal(amount, createdAt);
        for (var contact : contacts) deal.with(contact, createdAt, null);
        deals.add(deal);
        return deal;
    }

    public Premises premises() {
        for (var act : acts) Journeys.arrival(this, act);
        return new Premises(rules, settings, catalog.catalog(), arrivals, Journeys.TIES);
    }

    public Journeys journeys() {
        return new Journeys(this);
    }

    public int campaign(String id) {
        return catalog.campaign(id);
    }

    public List<Deal> deals(Journeys journeys) {
        return IntStream.range(0, deals.size())
                .mapToObj(number -> deals.get(number).deal(number, journeys))
                .toList();
    }

    /// What the judge finds.
    public Found found() {
        return Found.in(this);
    }
}
