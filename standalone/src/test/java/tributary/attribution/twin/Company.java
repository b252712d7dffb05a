package tributary.attribution.twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An account of a running server, as its owner meets it: sends lines, reads figures.
final class Company {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String address;
    private final String token;

    private Company(String address, String token) {
        this.address = address;
        this.token = token;
    }

    static Company open(String address, String adminToken, Account account) {
        var settings = new HashMap<>(SentLines.of(account));
        settings.put("name", "Company");
        var opened =
                new Company(address, adminToken).ask("POST", "/api/v1/accounts", JSON.writeValueAsString(settings));
        return new Company(address, opened.path("accessToken").asString());
    }

    /// Sends lines as different people do: many at once and rarely looking, or one to three at a time with a look at
    /// the figures after each.
    ///
    /// @return the lines that were accepted; a refused one leaves no trace
    List<Line> send(List<Line> lines, Random random) {
        var careful = random.nextBoolean();
        var accepted = new ArrayList<Line>();
        for (int from = 0; from < lines.size(); ) {
            var to = Math.min(lines.size(), from + 1 + random.nextInt(careful ? 3 : 60));
            accepted.addAll(send(lines.subList(from, to)));
            if (careful || random.nextInt(4) == 0) ask("GET", "/api/v1/metrics", null);
            from = to;
        }
        return accepted;
    }

    private List<Line> send(List<Line> lines) {
        var body = lines.stream()
                .map(line -> JSON.writeValueAsString(SentLines.of(line)))
                .collect(Collectors.joining("\n"));
        var problems = ask("POST", "/api/v1/history", body).path("problems");
        Set<Integer> refused = new HashSet<>();
        for (var problem : problems) refused.add(problem.path("line").asInt());
        var accepted = new ArrayList<Line>();
        for (var number = 1; number <= lines.size(); number++)
            if (!refused.contains(number)) accepted.add(lines.get(number - 1));
        return accepted;
    }

    /// All reports that compare with another account's: nothing in them says whose they are, or how often facts
    /// were written.
    Reports reports(String ruleSet) {
        var metrics = new HashMap<String, JsonNode>();
        for (var model : Reports.MODELS)
            metrics.put(model, get("/api/v1/metrics?ruleSet=" + ruleSet + "&model=" + model));
        return new Reports(this, ruleSet, metrics);
    }

    JsonNode get(String path) {
        return ask("GET", path, null);
    }

    /// Has everything built anew and says in which figures that ended differently.
    JsonNode differencesOf(String kind) {
        var id = ask("POST", "/api/v1/replays", "{\"kind\":\"" + kind + "\"}")
                .path("id")
                .asString();
        while (true) {
            var state = get("/api/v1/replays/" + id);
            switch (state.path("state").asString()) {
                case "RUNNING" -> LockSupport.parkNanos(2_000_000);
                case "COMPLETE" -> {
                    return state.path("differences");
                }
                default -> throw new AssertionError(state.toString());
            }
        }
    }

    private JsonNode ask(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", path.endsWith("/history") ? "application/x-ndjson" : "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) throw new AssertionError(method + " " + path + ": " + answer.body());
            return JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    /// The metrics of a company under a rule set, by model.
    record Reports(Company company, String ruleSet, Map<String, JsonNode> metrics) {
        static final List<String> MODELS = List.of("LINEAR", "W_SHAPED", "TIME_DECAY");
        static final List<String> METRICS = List.of(
                "sessions",
                "newContactsFirstTouch",
                "newContactsLastTouch",
                "influencedContacts",
                "closedDeals",
                "uniqueInfluences",
                "influencedRevenue",
                "attributedRevenue",
                "revenueContacts",
                "revenue");

        /// Campaigns that live, and the account as a whole.
        List<String> campaigns() {
            var ids = new ArrayList<String>();
            for (var row : metrics.get("LINEAR").path("campaigns"))
                ids.add(row.path("campaign").asString());
            ids.add(Figures.ACCOUNT);
            return ids;
        }

        /// @return `null` where the rule set has no such metric
        BigDecimal metric(String name, String campaign, String model) {
            var shown = row(campaign, model).path(name);
            if (shown.isMissingNode()) return null;
            return shown.isString() ? new BigDecimal(shown.asString()) : shown.decimalValue();
        }

        private JsonNode row(String campaign, String model) {
            if (campaign.equals(Figures.ACCOUNT)) return metrics.get(model).path("account");
            for (var row : metrics.get(model).path("campaigns"))
                if (row.path("campaign").asString().equals(campaign)) return row;
            throw new AssertionError("no campaign " + campaign);
        }

        /// Every figure by name, to compare and to read.
        Map<String, BigDecimal> all() {
            var all = new java.util.TreeMap<String, BigDecimal>();
            for (var campaign : campaigns())
                for (var metric : METRICS)
                    for (var model : metric.equals("attributedRevenue") ? MODELS : List.of("LINEAR")) {
                        var value = metric(metric, campaign, model);
                        if (value != null)
                            all.put(ruleSet + " " + campaign + " " + metric + " " + model, value.stripTrailingZeros());
                    }
            return all;
        }
    }
}
