package tributary.command.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tributary.command.account.AccountLines;
import tributary.command.campaign.CampaignLines;
import tributary.command.contact.People;
import tributary.command.deal.DealLines;
import tributary.events.AccountEvent;
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
    private final LineWriter out;
    private final ExportedPeople people;
    private final LineIds ids;

    FactLines(LineWriter out, ExportedPeople people, LineIds ids) {
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

    private void write(Interaction act, String id) {
        out.begin("interaction", act.at());
        out.text("id", id);
        out.text("kind", act.kind().name());
        out.text("visitor", act.visitor());
        if (act.contact() != null) out.text("contact", act.contact().value());
        if (act.byAddress()) out.flag("byAddress", true);
        out.asset("asset", act.asset());
        out.asset("page", act.page());
        out.text("url", act.url());
        out.text("referrer", act.referrer());
        out.text("keyword", act.keyword());
        if (act.origin() != null) {
            out.beginObject("origin");
            out.text("type", act.origin().type().name());
            out.asset("asset", act.origin().asset());
            out.end();
        }
        if (act.bot() != null) out.text("bot", act.bot().name());
        out.text("title", act.title());
        out.end();
    }

    void write(AccountEvent event) {
        switch (event) {
            case AccountEvent.AccountOpened opened -> settings(opened.settings(), opened.at());
            case AccountEvent.AccountChanged changed -> settings(changed.settings(), changed.at());
            // Without its instant: a rule set is the same for all of time.
            case AccountEvent.RuleSetDefined defined -> {
                out.begin("rule-set.define");
                out.text("name", defined.name());
                out.text("base", defined.base());
                out.value("parameters", defined.parameters());
            }
            case AccountEvent.PipelineDefined defined -> {
                out.begin("pipeline.define", defined.at());
                out.text("pipeline", defined.pipeline().value());
                out.text("label", defined.label());
                out.beginList("stages");
                defined.stages().forEach(this::stage);
                out.endList();
            }
            case AccountEvent.RateSet rate -> {
                out.begin("rate.set", rate.at());
                out.text("currency", rate.currency());
                out.text("rate", rate.rate().toPlainString());
                out.text("since", rate.since().toString());
            }
        }
        out.end();
    }

    private void settings(Map<String, String> settings, Instant at) {
        out.begin("account.change", at);
        AccountLines.shown(settings).forEach(out::value);
    }

    private void stage(AccountEvent.Stage stage) {
        out.beginElement();
        out.text("id", stage.id());
        out.text("label", stage.label());
        out.flag("isClosed", stage.closed());
        out.decimal("probability", stage.probability());
        out.end();
    }

    private void write(CampaignEvent event) {
        switch (event) {
            case CampaignEvent.CampaignCreated created ->
                campaign("campaign.create", event, created.properties(), created.goals());
            case CampaignEvent.CampaignChanged changed ->
                campaign("campaign.change", event, changed.properties(), changed.goals());
            case CampaignEvent.AssetAssociated associated -> {
                campaign("campaign.associate", event);
                out.asset("asset", associated.asset());
            }
            case CampaignEvent.AssetDissociated dissociated -> {
                campaign("campaign.dissociate", event);
                out.asset("asset", dissociated.asset());
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
                out.text("item", removed.item());
            }
            case CampaignEvent.SpendRemoved removed -> {
                campaign("spend.remove", event);
                out.text("item", removed.item());
            }
        }
        out.end();
    }

    private void campaign(String type, CampaignEvent event) {
        out.begin(type, event.at());
        out.text("campaign", event.campaign().value());
    }

    private void campaign(String type, CampaignEvent event, Map<String, String> said, Map<String, String> goals) {
        campaign(type, event);
        var properties = new TreeMap<>(said);
        CampaignLines.fields(properties).forEach(out::said);
        out.texts("properties", properties);
        out.texts("goals", new TreeMap<>(goals));
    }

    private void item(String id, String name, BigDecimal amount, Integer order, String description) {
        out.text("item", id);
        out.text("name", name);
        out.text("amount", amount.toPlainString());
        if (order != null) out.number("order", order);
        out.text("description", description);
    }

    private void write(AssetEvent event) {
        switch (event) {
            case AssetEvent.AssetDescribed described -> {
                out.begin("asset.describe", event.at());
                out.asset("asset", described.asset());
                out.text("name", described.name());
                out.text("url", described.url());
                if (described.hasForm() != null) out.flag("hasForm", described.hasForm());
                if (described.listType() != null)
                    out.text("listType", described.listType().name());
            }
        }
        out.end();
    }

    private void write(ContactEvent event) {
        switch (event) {
            case ContactEvent.ContactCreated created -> {
                contact("contact.create", event);
                out.text("source", created.source().name());
                out.text("lifecycleStage", created.lifecycleStage());
                personal(created.contact(), created.personal());
            }
            case ContactEvent.ContactDiscovered discovered -> {
                contact("contact.create", event);
                out.flag("discovered", true);
                personal(discovered.contact(), discovered.personal());
            }
            case ContactEvent.ContactChanged changed -> {
                contact("contact.change", event);
                if (changed.source() != null)
                    out.text("source", changed.source().name());
                if (changed.lifecycleStage() != null) out.said("lifecycleStage", changed.lifecycleStage());
                personal(changed.contact(), changed.personal());
            }
            case ContactEvent.VisitorIdentified identified -> {
                contact("visitor.identify", event);
                out.text("visitor", identified.visitor());
                if (identified.byAddress()) out.flag("byAddress", true);
            }
            case ContactEvent.ContactsMerged merged -> {
                out.begin("contact.merge", event.at());
                out.text("primary", merged.contact().value());
                out.text("merged", merged.merged().value());
            }
            case ContactEvent.ContactDeleted _ -> contact("contact.delete", event);
            case ContactEvent.ContactRestored _ -> contact("contact.restore", event);
            case ContactEvent.ContactErased _ -> contact("contact.erase", event);
        }
        out.end();
    }

    private void contact(String type, ContactEvent event) {
        out.begin(type, event.at());
        out.text("contact", event.contact().value());
    }

    private void personal(ContactId contact, Sealed sealed) {
        var properties = new TreeMap<>(people.readable(contact, sealed));
        var address = properties.remove(People.ADDRESS);
        if (address != null) out.said("email", address);
        if (address != null && !address.isEmpty()) out.flag("takesAddress", true);
        out.texts("properties", properties);
    }

    private void write(DealEvent event) {
        switch (event) {
            case DealEvent.DealCreated created -> {
                deal("deal.create", event);
                DealLines.fields(created.properties()).forEach(out::said);
                contacts(created.contacts());
            }
            case DealEvent.DealChanged changed -> {
                deal("deal.change", event);
                DealLines.fields(changed.properties()).forEach(out::said);
            }
            case DealEvent.DealAssociated associated -> {
                deal("deal.associate", event);
                out.text("contact", associated.contact().value());
            }
            case DealEvent.DealDissociated dissociated -> {
                deal("deal.dissociate", event);
                out.text("contact", dissociated.contact().value());
            }
            case DealEvent.DealDeleted _ -> deal("deal.delete", event);
            case DealEvent.DealRestored _ -> deal("deal.restore", event);
            case DealEvent.DealsMerged merged -> {
                out.begin("deal.merge", event.at());
                out.text("primary", merged.deal().value());
                out.text("merged", merged.merged().value());
            }
        }
        out.end();
    }

    private void deal(String type, DealEvent event) {
        out.begin(type, event.at());
        out.text("deal", event.deal().value());
    }

    private void contacts(List<ContactId> contacts) {
        if (contacts.isEmpty()) return;
        out.beginList("contacts");
        contacts.forEach(contact -> out.element(contact.value()));
        out.endList();
    }
}
