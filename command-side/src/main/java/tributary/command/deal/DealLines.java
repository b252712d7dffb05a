package tributary.command.deal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import tributary.command.account.AccountLines;
import tributary.command.account.Currencies;
import tributary.command.contact.People;
import tributary.command.deal.DealCommand.AskPipelines;
import tributary.command.deal.DealCommand.AskUnmerged;
import tributary.command.deal.DealCommand.AssociateContact;
import tributary.command.deal.DealCommand.ChangeDeal;
import tributary.command.deal.DealCommand.CreateDeal;
import tributary.command.deal.DealCommand.DeleteDeal;
import tributary.command.deal.DealCommand.DissociateContact;
import tributary.command.deal.DealCommand.MergeDeal;
import tributary.command.deal.DealCommand.RestoreDeal;
import tributary.command.line.Desk;
import tributary.command.line.Line;
import tributary.command.line.LineTypes;
import tributary.command.line.Wrong;
import tributary.events.ContactId;
import tributary.events.DealId;

/// The lines about deals (api.md section 3).
public final class DealLines implements LineTypes {
    static final String PIPELINE = "pipeline";
    private static final String STAGE = "dealstage";
    /// Properties by the field of a line.
    private static final SequencedMap<String, String> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("name", "dealname");
        FIELDS.put("amount", "amount");
        FIELDS.put("currency", "deal_currency_code");
        FIELDS.put("pipeline", PIPELINE);
        FIELDS.put("stage", STAGE);
        FIELDS.put("closeDate", "closedate");
    }

    private static final int LONGEST_NAME = 1_000;
    private static final int MOST_CONTACTS = 1_000;

    @Override
    public Class<?> aggregate() {
        return Deal.class;
    }

    @Override
    public Map<String, BiConsumer<Line, Desk>> byType() {
        return Map.of(
                "deal.create", this::create,
                "deal.change", this::change,
                "deal.associate",
                        (line, desk) -> desk.send(new AssociateContact(
                                desk.account(), deal(line), People.needed(line, "contact", desk), line.at())),
                "deal.dissociate",
                        (line, desk) -> desk.send(new DissociateContact(
                                desk.account(), deal(line), People.needed(line, "contact", desk), line.at())),
                "deal.delete", (line, desk) -> desk.send(new DeleteDeal(desk.account(), deal(line), line.at())),
                "deal.restore", (line, desk) -> desk.send(new RestoreDeal(desk.account(), deal(line), line.at())),
                "deal.merge", this::merge);
    }

    private static DealId deal(Line line) {
        return new DealId(line.neededId("deal"));
    }

    private void create(Line line, Desk desk) {
        var deal = deal(line);
        var properties = properties(line);
        properties.values().removeIf(String::isEmpty);
        var stage = line.text("stage", LONGEST_NAME)
                .orElseThrow(() -> Wrong.missing("stage", "the id of a stage of the deal's pipeline"));
        var placement =
                AccountLines.place(line.text("pipeline", LONGEST_NAME).stream().toList(), stage, desk);
        properties.put(PIPELINE, placement.pipeline().value());
        properties.put(STAGE, placement.stage());
        desk.send(new CreateDeal(desk.account(), deal, properties, contacts(line, desk), line.at()));
    }

    private static List<ContactId> contacts(Line line, Desk desk) {
        var named = line.texts("contacts").orElse(List.of());
        if (named.size() > MOST_CONTACTS)
            throw Wrong.hidden("contacts", "has " + named.size() + " entries", MOST_CONTACTS + " at most");
        var contacts = new LinkedHashSet<ContactId>();
        for (var contact : named) contacts.add(People.named("contacts", contact, desk));
        return List.copyOf(contacts);
    }

    private void change(Line line, Desk desk) {
        var deal = deal(line);
        var properties = properties(line);
        if (line.clears("stage")) throw Wrong.type("stage", "null", "a stage: a deal is always in one");
        if (line.clears("pipeline")) throw Wrong.type("pipeline", "null", "a pipeline: a deal is always in one");
        var pipeline = line.text("pipeline", LONGEST_NAME);
        var stage = line.text("stage", LONGEST_NAME);
        if (pipeline.isPresent() && stage.isEmpty())
            throw Wrong.missing("stage", "with a pipeline, the stage of it that the deal is in");
        if (stage.isPresent()) {
            List<String> present = desk.send(new AskPipelines(desk.account(), deal));
            var placement = AccountLines.place(pipeline.map(List::of).orElse(present), stage.get(), desk);
            if (pipeline.isPresent())
                properties.put(PIPELINE, placement.pipeline().value());
            properties.put(STAGE, placement.stage());
        }
        desk.send(new ChangeDeal(desk.account(), deal, properties, line.at()));
    }

    /// All but the stage, under HubSpot's names; what is cleared is empty.
    private static Map<String, String> properties(Line line) {
        var properties = new LinkedHashMap<String, String>();
        put(
                properties,
                line,
                "name",
                "dealname",
                line.anyText("name", LONGEST_NAME).orElse(""));
        put(
                properties,
                line,
                "amount",
                "amount",
                line.decimal("amount").map(BigDecimal::toPlainString).orElse(""));
        put(properties, line, "currency", "deal_currency_code", currency(line));
        put(
                properties,
                line,
                "closeDate",
                "closedate",
                line.dayOrInstant("closeDate").orElse(""));
        return properties;
    }

    /// A fact's properties under the names of a line's fields.
    public static Map<String, String> fields(Map<String, String> properties) {
        var fields = new LinkedHashMap<String, String>();
        FIELDS.forEach((field, property) -> {
            if (properties.containsKey(property)) fields.put(field, properties.get(property));
        });
        return fields;
    }

    private static String currency(Line line) {
        return line.text("currency", LONGEST_NAME)
                .map(code -> Currencies.checked("currency", code))
                .orElse("");
    }

    private static void put(Map<String, String> properties, Line line, String field, String property, String value) {
        if (line.says(field)) properties.put(property, value);
    }

    private void merge(Line line, Desk desk) {
        var primary = new DealId(line.neededId("primary"));
        var merged = new DealId(line.neededId("merged"));
        desk.send(new AskUnmerged(desk.account(), primary));
        desk.send(new MergeDeal(desk.account(), merged, primary, line.at()));
    }
}
