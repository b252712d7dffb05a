package tributary.standalone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/// A made-up history of all types of lines: few people, campaigns and deals, so that everything meets everything. Some
/// lines will be refused, as in life.
final class RandomLines {
    private static final List<String> KINDS = List.of(
            "PAGE_VIEW",
            "PAGE_VIEW",
            "PAGE_VIEW",
            "FORM_SUBMISSION",
            "FORM_SUBMISSION",
            "FORM_VIEW",
            "EMAIL_DELIVERY",
            "EMAIL_OPEN",
            "EMAIL_CLICK",
            "CTA_VIEW",
            "CTA_CLICK",
            "CTA_SUBMISSION",
            "AD_CLICK",
            "SOCIAL_CLICK",
            "WORKFLOW_ENROLLMENT",
            "LIST_ADDITION",
            "EVENT_REGISTRATION",
            "EVENT_ATTENDANCE",
            "CALL",
            "MEETING",
            "OTHER");
    private static final List<String> TYPES = List.of(
            "LANDING_PAGE",
            "FORM",
            "MARKETING_EMAIL",
            "WEB_INTERACTIVE",
            "CTA",
            "OBJECT_LIST",
            "AD_CAMPAIGN",
            "MARKETING_EVENT",
            "AUTOMATION_PLATFORM_FLOW",
            "SOCIAL_BROADCAST");
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final int SECONDS = 200 * 86_400;

    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private final String id;

    /// @param id begins the ids of lines, or `null` for lines without
    RandomLines(long seed, String id) {
        this.random = new Random(seed);
        this.id = id;
    }

    List<String> make(int count) {
        for (int i = 0; i < 4; i++) {
            add("campaign.create", "campaign", "c" + i, "name", "Campaign " + i, "utm", "utm-" + i);
            for (int j = 0; j < 4; j++) add("campaign.associate", "campaign", "c" + i, "asset", asset());
        }
        while (lines.size() < count) any();
        return List.copyOf(lines);
    }

    private void any() {
        switch (random.nextInt(40)) {
            case 0 ->
                add(
                        "contact.create",
                        "contact",
                        contact(),
                        "email",
                        maybe(address()),
                        "source",
                        "INTEGRATION",
                        "properties",
                        Map.of("firstname", "First" + random.nextInt(100)));
            case 1 -> add("contact.change", "contact", anyone(), "email", address(), "lifecycleStage", "lead");
            case 2 -> add("contact.merge", "primary", anyone(), "merged", anyone());
            case 3 -> add("contact.delete", "contact", anyone());
            case 4 -> add("contact.restore", "contact", contact());
            case 5 -> {
                if (chance(20)) add("contact.erase", "contact", anyone());
            }
            case 6, 7 -> add("visitor.identify", "visitor", visitor(), "email", address());
            case 8 -> add("visitor.identify", "visitor", visitor(), "contact", contact());
            case 9, 10 ->
                add(
                        "deal.create",
                        "deal",
                        deal(),
                        "name",
                        "Deal",
                        "amount",
                        amount(),
                        "currency",
                        maybe("USD"),
                        "stage",
                        stage(),
                        "closeDate",
                        maybe(at().substring(0, 10)),
                        "contacts",
                        List.of(contact(), anyone()));
            case 11, 12 -> add("deal.change", "deal", deal(), "stage", stage(), "amount", maybe(amount()));
            case 13 -> add("deal.associate", "deal", deal(), "contact", anyone());
            case 14 -> add("deal.dissociate", "deal", deal(), "contact", anyone());
            case 15 -> add(chance(50) ? "deal.delete" : "deal.restore", "deal", deal());
            case 16 -> {
                if (chance(20)) add("deal.merge", "primary", deal(), "merged", deal());
            }
            case 17 -> add("campaign.associate", "campaign", campaign(), "asset", asset());
            case 18 -> add("campaign.dissociate", "campaign", campaign(), "asset", asset());
            case 19 ->
                add(
                        "campaign.associate",
                        "campaign",
                        campaign(),
                        "asset",
                        Map.of("type", "KEYWORD", "id", "shoes " + random.nextInt(3)));
            case 20 ->
                add(
                        "campaign.change",
                        "campaign",
                        campaign(),
                        "utm",
                        maybe("utm-" + random.nextInt(5)),
                        "goals",
                        Map.of("sessions", random.nextInt(100)));
            case 21 ->
                add(
                        chance(50) ? "budget.set" : "spend.set",
                        "campaign",
                        campaign(),
                        "item",
                        "i" + random.nextInt(3),
                        "amount",
                        amount());
            case 22 ->
                add(
                        "asset.describe",
                        "asset",
                        asset(),
                        "name",
                        "Asset " + random.nextInt(99),
                        "hasForm",
                        true,
                        "listType",
                        "DYNAMIC",
                        "url",
                        maybe(url()));
            case 23 ->
                add(
                        "rate.set",
                        "currency",
                        "USD",
                        "rate",
                        "0." + (1 + random.nextInt(99)),
                        "since",
                        at().substring(0, 10));
            case 24 -> {
                if (chance(30))
                    add(
                            "account.change",
                            "emailBotFilter",
                            chance(50),
                            "siteDomains",
                            List.of("example.com"),
                            "timeZone",
                            chance(50) ? "UTC" : "Asia/Tokyo");
            }
            default -> act();
        }
    }

    private void act() {
        var kind = pick(KINDS);
        add(
                "interaction",
                "kind",
                kind,
                "visitor",
                maybe(visitor()),
                chance(30) ? "email" : "contact",
                chance(60) ? null : chance(50) ? address() : contact(),
                "visitor",
                visitor(),
                "asset",
                maybe(asset()),
                "page",
                maybe(Map.of("type", "LANDING_PAGE", "id", "a" + random.nextInt(4))),
                "url",
                maybe(url()),
                "referrer",
                maybe("https://www.google.com/"),
                "keyword",
                chance(10) ? "shoes " + random.nextInt(3) : null,
                "origin",
                chance(10) ? Map.of("type", "AD", "asset", asset()) : null,
                "bot",
                chance(8) ? pick(List.of("KNOWN_BOT", "APPLE_PRIVACY", "SCANNER")) : null);
    }

    private void add(String type, Object... fields) {
        var line = new LinkedHashMap<String, Object>();
        line.put("type", type);
        line.put("at", at());
        if (id != null && chance(80)) line.put("id", id + lines.size());
        for (int at = 0; at < fields.length; at += 2)
            if (fields[at + 1] != null) line.put((String) fields[at], fields[at + 1]);
        if (line.get("email") instanceof String address && address.startsWith("email:"))
            line.put("email", address.substring(6));
        lines.add(JsonMapper.shared().writeValueAsString(line));
    }

    /// To the hour, so that many things happen at one instant.
    private String at() {
        return BEGIN.plusSeconds(random.nextInt(SECONDS) / 3600 * 3600).toString();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T maybe(T value) {
        return chance(50) ? value : null;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String contact() {
        return "p" + random.nextInt(15);
    }

    private String address() {
        return "person" + random.nextInt(25) + "@example.com";
    }

    private String anyone() {
        return chance(50) ? contact() : "email:" + address();
    }

    private String visitor() {
        return "v" + random.nextInt(20);
    }

    private String deal() {
        return "d" + random.nextInt(15);
    }

    private String campaign() {
        return "c" + random.nextInt(4);
    }

    private String stage() {
        return pick(List.of("open", "contractsent", "closedwon", "closedlost"));
    }

    private String amount() {
        return random.nextInt(10_000) + ".50";
    }

    private String url() {
        return "https://example.com/page" + random.nextInt(4)
                + (chance(50) ? "?utm_campaign=utm-" + random.nextInt(5) : "");
    }

    private Map<String, String> asset() {
        return Map.of("type", pick(TYPES), "id", "a" + random.nextInt(4));
    }
}
