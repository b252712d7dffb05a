package tributary.command.campaign;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import tributary.command.campaign.CampaignCommand.AssociateAsset;
import tributary.command.campaign.CampaignCommand.ChangeCampaign;
import tributary.command.campaign.CampaignCommand.CreateCampaign;
import tributary.command.campaign.CampaignCommand.DeleteCampaign;
import tributary.command.campaign.CampaignCommand.DissociateAsset;
import tributary.command.campaign.CampaignCommand.Item;
import tributary.command.campaign.CampaignCommand.RemoveBudget;
import tributary.command.campaign.CampaignCommand.RemoveSpend;
import tributary.command.campaign.CampaignCommand.SetBudget;
import tributary.command.campaign.CampaignCommand.SetSpend;
import tributary.command.line.Desk;
import tributary.command.line.Line;
import tributary.command.line.LineTypes;
import tributary.command.line.Wrong;
import tributary.events.CampaignId;
import tributary.events.Refusal;

/// The lines about campaigns (api.md section 3).
public final class CampaignLines implements LineTypes {
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_TEXT = 65_536;
    private static final int MOST_PROPERTIES = 200;
    private static final int LONGEST_PROPERTY_NAME = 100;
    private static final Set<String> READ_ONLY =
            Set.of("hs_object_id", "hs_budget_items_sum_amount", "hs_spend_items_sum_amount");
    private static final Set<String> GOAL_METRICS = Set.of(
            "sessions",
            "newContactsFirstTouch",
            "newContactsLastTouch",
            "influencedContacts",
            "revenueContacts",
            "closedDeals",
            "influencedRevenue",
            "attributedRevenue",
            "uniqueInfluences",
            "revenue");

    @Override
    public Class<?> aggregate() {
        return Campaign.class;
    }

    @Override
    public Map<String, BiConsumer<Line, Desk>> byType() {
        return Map.of(
                "campaign.create", this::create,
                "campaign.change", this::change,
                "campaign.associate",
                        (line, desk) -> desk.send(new AssociateAsset(
                                desk.account(), campaign(line), line.neededAsset("asset"), line.at())),
                "campaign.dissociate",
                        (line, desk) -> desk.send(new DissociateAsset(
                                desk.account(), campaign(line), line.neededAsset("asset"), line.at())),
                "campaign.delete",
                        (line, desk) -> desk.send(new DeleteCampaign(desk.account(), campaign(line), line.at())),
                "budget.set",
                        (line, desk) -> desk.send(new SetBudget(desk.account(), campaign(line), item(line), line.at())),
                "budget.remove",
                        (line, desk) -> desk.send(
                                new RemoveBudget(desk.account(), campaign(line), line.neededId("item"), line.at())),
                "spend.set",
                        (line, desk) -> desk.send(new SetSpend(desk.account(), campaign(line), item(line), line.at())),
                "spend.remove",
                        (line, desk) -> desk.send(
                                new RemoveSpend(desk.account(), campaign(line), line.neededId("item"), line.at())));
    }

    private void create(Line line, Desk desk) {
        var campaign = campaign(line);
        var properties = properties(line);
        if (properties.getOrDefault("hs_name", "").isBlank()) throw Wrong.missing("name", "the campaign's name");
        properties.values().removeIf(String::isEmpty);
        var goals = goals(line);
        goals.values().removeIf(String::isEmpty);
        desk.send(new CreateCampaign(desk.account(), campaign, properties, goals, line.at()));
    }

    private void change(Line line, Desk desk) {
        var campaign = campaign(line);
        var properties = properties(line);
        if (properties.containsKey("hs_name") && properties.get("hs_name").isBlank())
            throw Wrong.hidden("name", "is cleared", "the campaign's name: a campaign always has one");
        desk.send(new ChangeCampaign(desk.account(), campaign, properties, goals(line), line.at()));
    }

    private static CampaignId campaign(Line line) {
        return new CampaignId(line.neededId("campaign"));
    }

    /// Under HubSpot's names; what is cleared is empty.
    private static Map<String, String> properties(Line line) {
        var properties =
                new LinkedHashMap<>(line.texts("properties", MOST_PROPERTIES, LONGEST_PROPERTY_NAME, LONGEST_TEXT));
        for (var name : properties.keySet())
            if (READ_ONLY.contains(name)) throw Wrong.hidden("properties." + name, "is read-only", "no such property");
        put(properties, line, "name", "hs_name", line.text("name", LONGEST_NAME).orElse(""));
        put(properties, line, "utm", "hs_utm", line.anyText("utm", LONGEST_NAME).orElse(""));
        put(properties, line, "startDate", "hs_start_date", day(line, "startDate"));
        put(properties, line, "endDate", "hs_end_date", day(line, "endDate"));
        refusePeriodThatEndsBeforeItStarts(properties);
        return properties;
    }

    private static void put(Map<String, String> properties, Line line, String field, String property, String value) {
        if (line.says(field)) properties.put(property, value);
    }

    /// Takes out of a fact's properties those that lines have as fields, and gives them by field; what a field would
    /// not take stays.
    public static Map<String, String> fields(Map<String, String> properties) {
        var fields = new LinkedHashMap<String, String>();
        take("name", "hs_name", name -> !name.isBlank() && name.length() <= LONGEST_NAME, properties, fields);
        take("utm", "hs_utm", utm -> utm.length() <= LONGEST_NAME, properties, fields);
        take("startDate", "hs_start_date", CampaignLines::isDay, properties, fields);
        take("endDate", "hs_end_date", CampaignLines::isDay, properties, fields);
        return fields;
    }

    private static void take(
            String field,
            String property,
            Predicate<String> fits,
            Map<String, String> properties,
            Map<String, String> fields) {
        var value = properties.get(property);
        if (value != null && fits.test(value)) fields.put(field, properties.remove(property));
    }

    private static boolean isDay(String text) {
        return text.isEmpty() || Line.readDay(text).isPresent();
    }

    private static String day(Line line, String field) {
        return line.day(field).map(Object::toString).orElse("");
    }

    private static void refusePeriodThatEndsBeforeItStarts(Map<String, String> properties) {
        var start = properties.getOrDefault("hs_start_date", "");
        var end = properties.getOrDefault("hs_end_date", "");
        if (!start.isEmpty() && !end.isEmpty() && start.length() == end.length() && start.compareTo(end) > 0)
            throw new Refusal.Invalid(
                    "period-ends-before-it-starts",
                    "The period ends before it starts",
                    "startDate " + start + " is after endDate " + end);
    }

    private static Map<String, String> goals(Line line) {
        var goals = new LinkedHashMap<String, String>();
        var texts = line.texts("goals", GOAL_METRICS.size(), LONGEST_PROPERTY_NAME, LONGEST_PROPERTY_NAME);
        var values = line.object("goals");
        for (var metric : texts.keySet()) {
            if (!GOAL_METRICS.contains(metric))
                throw Wrong.value(
                        "goals",
                        metric,
                        "one of "
                                + String.join(
                                        ", ", GOAL_METRICS.stream().sorted().toList()));
            var goal = texts.get(metric).isEmpty()
                    ? ""
                    : values.flatMap(object -> object.decimal(metric))
                            .map(BigDecimal::toPlainString)
                            .orElse("");
            goals.put(metric, goal);
        }
        return goals;
    }

    private static Item item(Line line) {
        var id = line.neededId("item");
        var amount = line.decimal("amount").orElse(BigDecimal.ZERO);
        if (amount.signum() < 0) throw Wrong.value("amount", amount.toPlainString(), "0 or more");
        return new Item(
                id,
                line.text("name", LONGEST_NAME).orElse(null),
                amount,
                line.count("order").orElse(null),
                line.anyText("description", LONGEST_TEXT).orElse(null));
    }
}
