package tributary.command.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tributary.command.account.AccountLines;
import tributary.command.campaign.CampaignLines;
import tributary.command.contact.People;
import tributary.command.deal.DealLines;
import tributary.events.AccountEvent;
import tributary.events.Asset;
import tributary.events.AssetEvent;
import tributary.events.CampaignEvent;
import tributary.events.ContactEvent;
import tributary.events.ContactId;
import tributary.events.DealEvent;
import tributary.events.Fact;
import tributary.events.Interaction;
import tributary.events.InteractionsRecorded;
import tributary.events.Sealed;

/// Writes each fact as the line that records it again; a batch of interactions as a line each.
final class FactLines {
    private final JsonGenerator out;
    private final ExportedPeople people;
    private final LineIds ids;
    private long lines;

    FactLines(JsonGenerator out, ExportedPeople people, LineIds ids) {
        this.out = out;
        this.people = people;
        this.ids = ids;
    }

    void write(long position, Fact fact) {
        switch (fact) {
            case InteractionsRecorded batch -> {
                int line = 0;
                for (var act : batch.interactions()) {
                    write(act, ids.of(act, batch.source(), position, line));
                    line++;
                }
            }
            case AccountEvent event -> write(event);
            case CampaignEvent event -> write(event);
            case AssetEvent event -> write(event);
            case ContactEvent event -> write(event);
            case DealEvent event -> write(event);
        }
    }

    /// Says that this was all.
    void end() {
        out.writeStartObject();
        text("type", "export.end");
        out.writeNumberProperty("lines", lines);
        out.writeEndObject();
        out.writeRaw('\n');
    }

    private void begin(String type, Instant at) {
        begin(type);
        out.writeStringProperty("at", at.toString());
    }

    private void begin(String type) {
        out.writeStartObject();
        out.writeStringProperty("type", type);
        lines++;
    }

    private void write(Interaction act, String id) {
        begin("interaction", act.at());
        text("id", id);
        text("kind", act.kind().name());
        text("visitor", act.visitor());
        if (act.contact() != null) text("contact", act.contact().value());
        if (act.byAddress()) out.writeBooleanProperty("byAddress", true);
        asset("asset", act.asset());
        asset("page", act.page());
        text("url", act.url());
        text("referrer", act.referrer());
        text("keyword", act.keyword());
        if (act.origin() != null) {
            out.writeObjectPropertyStart("origin");
            text("type", act.origin().type().name());
            asset("asset", act.origin().asset());
            out.writeEndObject();
        }
        if (act.bot() != null) text("bot", act.bot().name());
        text("title", act.title());
        out.writeEndObject();
    }

    void write(AccountEvent event) {
        switch (event) {
            case AccountEvent.AccountOpened opened -> settings(opened.settings(), opened.at());
            case AccountEvent.AccountChanged changed -> settings(changed.settings(), changed.at());
            // Without its instant: a rule set is the same for all of time.
            case AccountEvent.RuleSetDefined defined -> {
                begin("rule-set.define");
                text("name", defined.name());
                text("base", defined.base());
                out.writePOJOProperty("parameters", defined.parameters());
            }
            case AccountEvent.PipelineDefined defined -> {
                begin("pipeline.define", defined.at());
                text("pipeline", defined.pipeline().value());
                text("label", defined.label());
                out.writeArrayPropertyStart("stages");
                defined.stages().forEach(this::stage);
                out.writeEndArray();
            }
            case AccountEvent.RateSet rate -> {
                begin("rate.set", rate.at());
                text("currency", rate.currency());
                text("rate", rate.rate().toPlainString());
                text("since", rate.since().toString());
            }
        }
        out.writeEndObject();
    }

    private void settings(Map<String, String> settings, Instant at) {
        begin("account.change", at);
        AccountLines.shown(settings).forEach(out::writePOJOProperty);
    }

    private void stage(AccountEvent.Stage stage) {
        out.writeStartObject();
        text("id", stage.id());
        text("label", stage.label());
        out.writeBooleanProperty("isClosed", stage.closed());
        decimal("probability", stage.probability());
        out.writeEndObject();
    }

    private void write(CampaignEvent event) {
        switch (event) {
            case CampaignEvent.CampaignCreated created ->
                campaign("campaign.create", event, created.properties(), created.goals());
            case CampaignEvent.CampaignChanged changed ->
                campaign("campaign.change", event, changed.properties(), changed.goals());
            case CampaignEvent.AssetAssociated associated -> {
                campaign("campaign.associate", event);
                asset("asset", associated.asset());
            }
            case CampaignEvent.AssetDissociated dissociated -> {
                campaign("campaign.dissociate", event);
                asset("asset", dissociated.asset());
            }
            case CampaignEvent.CampaignDeleted _ -> campaign("campaign.delete", event);
            case CampaignEvent.BudgetSet set -> {
                campaign("budget.set", event);
                item(set.item(), set.name(), set.amount(), set.order(), set.description());
            }
            case CampaignEvent.SpendSet set -> {
                campaign("spend.set", event);
                item(set.item(), set.name(), set.amount(), set.order(), set.description());
            }
            case CampaignEvent.BudgetRemoved removed -> {
                campaign("budget.remove", event);
                text("item", removed.item());
            }
            case CampaignEvent.SpendRemoved removed -> {
                campaign("spend.remove", event);
                text("item", removed.item());
            }
        }
        out.writeEndObject();
    }

    private void campaign(String type, CampaignEvent event) {
        begin(type, event.at());
        text("campaign", event.campaign().value());
    }

    private void campaign(String type, CampaignEvent event, Map<String, String> said, Map<String, String> goals) {
        campaign(type, event);
        var properties = new TreeMap<>(said);
        CampaignLines.fields(properties).forEach(this::said);
        texts("properties", properties);
        texts("goals", new TreeMap<>(goals));
    }

    private void item(String id, String name, BigDecimal amount, Integer order, String description) {
        text("item", id);
        text("name", name);
        text("amount", amount.toPlainString());
        if (order != null) out.writeNumberProperty("order", order);
        text("description", description);
    }

    private void write(AssetEvent event) {
        switch (event) {
            case AssetEvent.AssetDescribed described -> {
                begin("asset.describe", event.at());
                asset("asset", described.asset());
                text("name", described.name());
                text("url", described.url());
                if (described.hasForm() != null) out.writeBooleanProperty("hasForm", described.hasForm());
                if (described.listType() != null)
                    text("listType", described.listType().name());
            }
        }
        out.writeEndObject();
    }

    private void write(ContactEvent event) {
        switch (event) {
            case ContactEvent.ContactCreated created -> {
                contact("contact.create", event);
                text("source", created.source().name());
                text("lifecycleStage", created.lifecycleStage());
                personal(created.contact(), created.personal());
            }
            case ContactEvent.ContactDiscovered discovered -> {
                contact("contact.create", event);
                out.writeBooleanProperty("discovered", true);
                personal(discovered.contact(), discovered.personal());
            }
            case ContactEvent.ContactChanged changed -> {
                contact("contact.change", event);
                if (changed.source() != null) text("source", changed.source().name());
                if (changed.lifecycleStage() != null) said("lifecycleStage", changed.lifecycleStage());
                personal(changed.contact(), changed.personal());
            }
            case ContactEvent.VisitorIdentified identified -> {
                contact("visitor.identify", event);
                text("visitor", identified.visitor());
                if (identified.byAddress()) out.writeBooleanProperty("byAddress", true);
            }
            case ContactEvent.ContactsMerged merged -> {
                begin("contact.merge", event.at());
                text("primary", merged.contact().value());
                text("merged", merged.merged().value());
            }
            case ContactEvent.ContactDeleted _ -> contact("contact.delete", event);
            case ContactEvent.ContactRestored _ -> contact("contact.restore", event);
            case ContactEvent.ContactErased _ -> contact("contact.erase", event);
        }
        out.writeEndObject();
    }

    private void contact(String type, ContactEvent event) {
        begin(type, event.at());
        text("contact", event.contact().value());
    }

    private void personal(ContactId contact, Sealed sealed) {
        var properties = new TreeMap<>(people.readable(contact, sealed));
        var address = properties.remove(People.ADDRESS);
        if (address != null) said("email", address);
        if (address != null && !address.isEmpty()) out.writeBooleanProperty("takesAddress", true);
        texts("properties", properties);
    }

    private void write(DealEvent event) {
        switch (event) {
            case DealEvent.DealCreated created -> {
                deal("deal.create", event);
                DealLines.fields(created.properties()).forEach(this::said);
                contacts(created.contacts());
            }
            case DealEvent.DealChanged changed -> {
                deal("deal.change", event);
                DealLines.fields(changed.properties()).forEach(this::said);
            }
            case DealEvent.DealAssociated associated -> {
                deal("deal.associate", event);
                text("contact", associated.contact().value());
            }
            case DealEvent.DealDissociated dissociated -> {
                deal("deal.dissociate", event);
                text("contact", dissociated.contact().value());
            }
            case DealEvent.DealDeleted _ -> deal("deal.delete", event);
            case DealEvent.DealRestored _ -> deal("deal.restore", event);
            case DealEvent.DealsMerged merged -> {
                begin("deal.merge", event.at());
                text("primary", merged.deal().value());
                text("merged", merged.merged().value());
            }
        }
        out.writeEndObject();
    }

    private void deal(String type, DealEvent event) {
        begin(type, event.at());
        text("deal", event.deal().value());
    }

    private void contacts(List<ContactId> contacts) {
        if (contacts.isEmpty()) return;
        out.writeArrayPropertyStart("contacts");
        contacts.forEach(contact -> out.writeString(contact.value()));
        out.writeEndArray();
    }

    /// What is cleared, an empty text in facts, is `null` in lines.
    private void said(String field, String value) {
        if (value.isEmpty()) out.writeNullProperty(field);
        else out.writeStringProperty(field, value);
    }

    private void texts(String field, Map<String, String> texts) {
        if (texts.isEmpty()) return;
        out.writeObjectPropertyStart(field);
        texts.forEach(this::said);
        out.writeEndObject();
    }

    private void text(String field, String value) {
        if (value != null) out.writeStringProperty(field, value);
    }

    private void decimal(String field, BigDecimal value) {
        if (value != null) text(field, value.toPlainString());
    }

    private void asset(String field, Asset asset) {
        if (asset == null) return;
        out.writeObjectPropertyStart(field);
        text("type", asset.type().name());
        text("id", asset.id());
        out.writeEndObject();
    }
}
