package tributary.standalone;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The answers of all reports of an account, byte for byte but for the account's own id and for where facts lie.
final class EveryReport {
    private static final List<String> MODELS = List.of(
            "LINEAR",
            "FIRST_INTERACTION",
            "LAST_INTERACTION",
            "FULL_PATH",
            "U_SHAPED",
            "W_SHAPED",
            "TIME_DECAY",
            "J_SHAPED",
            "INVERSE_J_SHAPED",
            "MARKOV",
            "SHAPLEY");
    private static final List<String> METRICS = List.of(
            "sessions",
            "newContactsFirstTouch",
            "newContactsLastTouch",
            "influencedContacts",
            "revenueContacts",
            "closedDeals",
            "influencedRevenue",
            "attributedRevenue",
            "uniqueInfluences");
    private static final List<String> LISTS =
            List.of("contactFirstTouch", "contactLastTouch", "influencedContacts", "revenueContacts");
    private static final int LOOKED_AT = 12;

    private final Client client;
    private final Map<String, String> answers = new LinkedHashMap<>();

    private EveryReport(Client client) {
        this.client = client;
    }

    static Map<String, String> of(Client client) throws IOException {
        var all = new EveryReport(client);
        all.ask();
        return all.answers;
    }

    private void ask() throws IOException {
        var campaigns = new ArrayList<String>();
        for (var each : client.get("/api/v1/metrics").json().path("campaigns"))
            campaigns.add(each.path("campaign").asString());
        for (var rules : List.of("2023-09", "2024-11"))
            for (var model : MODELS) get("/api/v1/metrics?ruleSet=" + rules + "&model=" + model);
        for (var model : List.of("LINEAR", "W_SHAPED", "SHAPLEY"))
            for (var by : List.of("campaign", "asset", "assetType", "source", "contact"))
                get("/api/v1/attribution?by=" + by + "&model=" + model);
        get("/api/v1/attribution/markov");
        get("/api/v1/rule-sets");
        get("/api/v1/account");
        for (var campaign : campaigns) askAbout("/api/v1/campaigns/" + campaign);
    }

    private void askAbout(String campaign) throws IOException {
        get(campaign + "/metrics?from=2024-03-01&to=2025-06-30");
        for (var metric : METRICS)
            get(campaign + "/series?frequency=WEEK&metric=" + metric + "&from=2024-01-01&to=2025-12-31");
        for (var by : List.of("asset", "assetType", "contact")) get(campaign + "/influences?by=" + by);
        for (var list : LISTS) get(campaign + "/contacts/" + list);
        get(campaign + "/deals");
        get(campaign + "/assets");
        get(campaign + "/roi");
        var people = new ArrayList<String>();
        for (var each :
                client.get(campaign + "/contacts/influencedContacts").json().path("results"))
            people.add(each.path("id").asString());
        for (var person : people.stream().limit(LOOKED_AT).toList()) {
            get(campaign + "/why/" + person);
            get("/api/v1/contacts/" + person + "/journey");
        }
        var deals = new ArrayList<String>();
        for (var each : client.get(campaign + "/deals").json().path("results"))
            deals.add(each.path("id").asString());
        for (var deal : deals.stream().limit(LOOKED_AT).toList())
            get("/api/v1/deals/" + deal + "/credit?model=U_SHAPED");
    }

    private void get(String path) throws IOException {
        var answer = client.get(path);
        var text = answer.text().replaceAll("\"(position|line)\":\\d+", "\"$1\":0");
        if (path.equals("/api/v1/account")) text = text.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"\"");
        answers.put(path, answer.status() + " " + text);
    }
}
