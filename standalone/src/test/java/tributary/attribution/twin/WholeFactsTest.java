package tributary.attribution.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tributary.attribution.twin.Company.Reports;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;

/// What always holds (docs/rules.md section 14) for what a server answers, on random histories of facts of all
/// families: sent over HTTP in requests of any size with reports in between, judged live. And that live figures are
/// those of the slow twin, of rejudging and of a replay.
///
/// A failure tells the smallest history that still fails. `-Djqwik.tries.default=1000` tries more of them.
@Domain(Histories.class)
class WholeFactsTest {
    /// The same histories in each build; more tries go on from them.
    private static final String SEED = "14";

    private static final Instant LATER = Instant.parse("2024-06-01T00:00:00Z");
    private static final List<String> RULE_SETS = List.of("2023-09", "2024-11");
    private static final List<String> ADDITIVE = List.of(
            "sessions",
            "newContactsFirstTouch",
            "newContactsLastTouch",
            "influencedContacts",
            "closedDeals",
            "influencedRevenue",
            "attributedRevenue",
            "uniqueInfluences");

    private static Path folder;
    private static Server server;

    @BeforeContainer
    static void start() throws IOException {
        folder = Files.createTempDirectory("whole-facts");
        server = Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve("data"), null, null));
    }

    @AfterContainer
    static void stop() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    /// Every metric of every campaign and of the account is what the slow twin finds.
    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void live_figures_are_those_of_the_slow_twin(@ForAll History history) {
        holds(history, it -> {
            var company = company(it);
            var known = new History(it.seed(), it.account(), company.accepted());
            var wrong = new ArrayList<String>();
            for (var ruleSet : RULE_SETS)
                wrong.addAll(unequal(
                        byTwin(known, ruleSet),
                        company.company().reports(ruleSet).all()));
            return wrong;
        });
    }

    private static Map<String, BigDecimal> byTwin(History history, String ruleSet) {
        var figures = history.byTwin(ruleSet);
        var all = new TreeMap<String, BigDecimal>();
        for (var campaign : history.campaigns())
            for (var metric : Reports.METRICS) {
                if (metric.equals(ruleSet.equals("2023-09") ? "revenue" : "revenueContacts")) continue;
                for (var model : metric.equals("attributedRevenue") ? Reports.MODELS : List.of("LINEAR"))
                    all.put(
                            ruleSet + " " + campaign + " " + metric + " " + model,
                            figures.metric(metric, campaign, model, Figures.Range.ALL)
                                    .stripTrailingZeros());
            }
        return all;
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void live_figures_are_those_of_rejudging_and_of_a_replay(@ForAll History history) {
        holds(history, it -> {
            var company = company(it).company();
            var wrong = new ArrayList<String>();
            var before = reports(company);
            for (var kind : List.of("REJUDGE", "REPLAY")) {
                for (var difference : company.differencesOf(kind)) wrong.add(kind + ": " + difference);
                wrong.addAll(unequal(before, reports(company)));
            }
            return wrong;
        });
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void figures_of_adjoining_ranges_add_up_1(@ForAll History history) {
        holds(history, it -> {
            var company = company(it).company();
            var split = LocalDate.parse("2023-03-20").plusDays(new Random(it.seed()).nextInt(240));
            var first = company.get("/api/v1/metrics?model=W_SHAPED&from=2022-01-01&to=" + split);
            var second = company.get("/api/v1/metrics?model=W_SHAPED&to=2024-12-31&from=" + split.plusDays(1));
            var whole = company.get("/api/v1/metrics?model=W_SHAPED&from=2022-01-01&to=2024-12-31");
            var wrong = new ArrayList<String>();
            for (var row = -1; row < whole.path("campaigns").size(); row++)
                for (var metric : ADDITIVE) {
                    var sum = value(first, row, metric).add(value(second, row, metric));
                    if (sum.compareTo(value(whole, row, metric)) != 0)
                        wrong.add(row + " " + metric + ": " + sum + " is not " + value(whole, row, metric));
                }
            return wrong;
        });
    }

    /// @param row -1 for the account
    private static BigDecimal value(JsonNode metrics, int row, String metric) {
        var shown =
                (row < 0 ? metrics.path("account") : metrics.path("campaigns").get(row)).path(metric);
        return new BigDecimal(shown.asString());
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void influence_shrinks_neither_by_taking_assets_out_nor_by_deleting_contacts_2(@ForAll History history) {
        holds(history, it -> {
            var company = company(it);
            var before = company.company().reports("2023-09").all();
            var more = new ArrayList<Line>();
            for (var line : company.accepted())
                if (line instanceof Line.Associate each)
                    more.add(new Line.Dissociate(LATER, each.campaign(), each.asset()));
            for (var contact : World.CONTACTS) more.add(new Line.ContactDelete(LATER, contact));
            company.company().send(more, new Random(it.seed()));
            return only(
                    "influencedContacts",
                    before,
                    company.company().reports("2023-09").all());
        });
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void closed_deals_need_influence_and_their_amounts_are_the_influenced_revenue_3(@ForAll History history) {
        holds(history, it -> {
            var company = company(it).company();
            var reports = company.reports("2023-09");
            var wrong = new ArrayList<String>();
            for (var campaign : reports.campaigns()) {
                if (reports.metric("closedDeals", campaign, "LINEAR").signum() > 0
                        && reports.metric("influencedContacts", campaign, "LINEAR")
                                        .signum()
                                == 0) wrong.add(campaign + ": closed deals without influence");
                if (campaign.equals(Figures.ACCOUNT)) continue;
                var sum = BigDecimal.ZERO;
                for (var deal : company.get("/api/v1/campaigns/" + campaign + "/deals?limit=1000")
                        .path("results"))
                    if (deal.has("amount"))
                        sum = sum.add(new BigDecimal(deal.path("amount").asString()));
                if (sum.compareTo(reports.metric("influencedRevenue", campaign, "LINEAR")) != 0)
                    wrong.add(campaign + ": its deals are worth " + sum);
            }
            return wrong;
        });
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void influences_by_contact_and_by_asset_are_the_pairs_4(@ForAll History history) {
        holds(history, it -> {
            var company = company(it).company();
            var reports = company.reports("2023-09");
            var wrong = new ArrayList<String>();
            for (var campaign : reports.campaigns()) {
                var pairs =
                        reports.metric("uniqueInfluences", campaign, "LINEAR").intValueExact();
                if (pairs
                        < reports.metric("influencedContacts", campaign, "LINEAR")
                                .intValueExact()) wrong.add(campaign + ": fewer pairs than contacts");
                if (campaign.equals(Figures.ACCOUNT)) continue;
                for (var by : List.of("asset", "contact")) {
                    var told = company.get("/api/v1/campaigns/" + campaign + "/influences?by=" + by);
                    var sum = 0;
                    for (var row : told.path("rows"))
                        sum += row.path("influences").asInt();
                    if (sum != pairs || told.path("total").asInt() != pairs)
                        wrong.add(campaign + " by " + by + ": " + sum + " of " + pairs);
                }
            }
            return wrong;
        });
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void the_parts_of_a_deal_add_up_to_its_amount_5(@ForAll History history) {
        holds(history, it -> {
            var company = company(it);
            var wrong = new ArrayList<String>();
            for (var line : company.accepted())
                if (line instanceof Line.DealCreate deal)
                    for (var model : Reports.MODELS) {
                        var credit = company.company().get("/api/v1/deals/" + deal.deal() + "/credit?model=" + model);
                        if (credit.path("interactions").isEmpty()) continue;
                        var sum = BigDecimal.ZERO;
                        for (var act : credit.path("interactions"))
                            sum = sum.add(new BigDecimal(act.path("amount").asString()));
                        if (sum.compareTo(new BigDecimal(credit.path("amount").asString())) != 0)
                            wrong.add(deal.deal() + " " + model + ": the parts are " + sum);
                    }
            return wrong;
        });
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void whoever_owns_all_interactions_gets_all_under_every_model_6(@ForAll History history) {
        holds(new History(history.seed(), history.account(), InvariantsTest.ownedByA(history)), it -> {
            var company = company(it).company();
            var wrong = new ArrayList<String>();
            for (var model : Reports.MODELS) {
                var told = company.get("/api/v1/attribution?by=campaign&model=" + model);
                var given = money(told, "unattributed");
                for (var row : told.path("rows")) given = given.add(money(row, "revenue"));
                if (given.compareTo(money(told, "total")) != 0) wrong.add(model + ": " + told);
                if (!money(told, "unattributed").equals(withoutPath(company))) wrong.add(model + ": " + told);
            }
            return wrong;
        });
    }

    /// What deals are worth that nobody's act led to: the same under every model.
    private static BigDecimal withoutPath(Company company) {
        return money(company.get("/api/v1/attribution?by=campaign&model=LAST_INTERACTION"), "unattributed");
    }

    private static BigDecimal money(JsonNode of, String field) {
        return new BigDecimal(of.path(field).asString());
    }

    /// Interactions in another order, facts about campaigns and assets anywhere among the others, many repeated,
    /// all in other requests.
    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void order_batching_and_repetition_do_not_matter_7(@ForAll History history) {
        holds(history, it -> {
            var first = company(it);
            var random = new Random(~it.seed());
            var otherwise = new History(it.seed(), it.account(), mixed(first.accepted(), random))
                    .shuffled(random)
                    .repeated(random);
            return unequal(reports(first.company()), reports(company(otherwise).company()));
        });
    }

    /// What is said of campaigns and assets keeps its order, and so does all else; both may come at any time.
    private static List<Line> mixed(List<Line> lines, Random random) {
        var ofCampaigns = new ArrayList<Line>();
        var others = new ArrayList<Line>();
        for (var line : lines) (isOfCampaigns(line) ? ofCampaigns : others).add(line);
        var mixed = new ArrayList<Line>();
        while (!ofCampaigns.isEmpty() || !others.isEmpty()) {
            var from = random.nextInt(ofCampaigns.size() + others.size()) < ofCampaigns.size() ? ofCampaigns : others;
            mixed.add(from.removeFirst());
        }
        return mixed;
    }

    private static boolean isOfCampaigns(Line line) {
        return switch (line) {
            case Line.CampaignCreate _,
                    Line.CampaignUtm _,
                    Line.CampaignDelete _,
                    Line.Associate _,
                    Line.Dissociate _,
                    Line.Describe _ -> true;
            default -> false;
        };
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void an_email_open_moves_neither_revenue_metric_8(@ForAll History history) {
        holds(history, it -> {
            var company = company(it);
            var before = company.company().reports("2023-09").all();
            var opens = new ArrayList<Line>();
            for (var contact : World.CONTACTS)
                for (var email : List.of("1", "2")) opens.add(InvariantsTest.open(contact, email, it));
            company.company().send(opens, new Random(it.seed()));
            var after = company.company().reports("2023-09").all();
            var wrong = only("attributedRevenue", before, after);
            wrong.addAll(only("revenueContacts", before, after));
            return wrong;
        });
    }

    private static Sent company(History history) {
        var company = Company.open(server.address(), server.adminSecret(), history.account());
        return new Sent(company, company.send(history.lines(), new Random(history.seed())));
    }

    /// @param accepted the lines that the company now knows of
    private record Sent(Company company, List<Line> accepted) {}

    private static Map<String, BigDecimal> reports(Company company) {
        var all = new TreeMap<String, BigDecimal>();
        for (var ruleSet : RULE_SETS) all.putAll(company.reports(ruleSet).all());
        return all;
    }

    private static List<String> unequal(Map<String, BigDecimal> expected, Map<String, BigDecimal> found) {
        var wrong = new ArrayList<String>();
        var names = new java.util.TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        for (var name : names)
            if (!java.util.Objects.equals(expected.get(name), found.get(name)))
                wrong.add(name + ": expected " + expected.get(name) + ", found " + found.get(name));
        return wrong;
    }

    private static List<String> only(String metric, Map<String, BigDecimal> expected, Map<String, BigDecimal> found) {
        var wrong = unequal(expected, found);
        wrong.removeIf(each -> !each.contains(" " + metric + " "));
        return wrong;
    }

    /// When something is wrong, the smallest history of which that is still so is told.
    private static void holds(History history, Function<History, List<String>> wrong) {
        if (wrong.apply(history).isEmpty()) return;
        var smallest = Smallest.of(history, fewer -> !wrong.apply(fewer).isEmpty());
        assertThat(wrong.apply(smallest)).describedAs("%s", smallest.told()).isEmpty();
    }
}
