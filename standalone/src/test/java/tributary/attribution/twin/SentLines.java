package tributary.attribution.twin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Turns [Line]s and accounts into what a client sends (docs/api.md sections 2 and 3).
final class SentLines {
    private SentLines() {}

    static Map<String, Object> of(Account account) {
        var sent = new LinkedHashMap<String, Object>();
        sent.put("timeZone", account.zone().getId());
        sent.put("currency", account.currency());
        sent.put("emailBotFilter", account.emailBotFilter());
        sent.put("siteDomains", account.siteDomains());
        sent.put(
                "interactionTypes",
                account.interactionTypes() == null ? null : new TreeSet<>(account.interactionTypes()));
        return sent;
    }

    static Map<String, Object> of(Line line) {
        return switch (line) {
            case Line.Interaction it -> interaction(it);
            case Line.Identify it ->
                sent(line, "visitor.identify", "visitor", it.visitor(), "contact", it.contact(), "email", it.email());
            case Line.Describe it ->
                sent(
                        line,
                        "asset.describe",
                        "asset",
                        thing(it.asset()),
                        "url",
                        it.url(),
                        "hasForm",
                        it.hasForm(),
                        "listType",
                        it.listType());
            case Line.CampaignCreate it ->
                sent(line, "campaign.create", "campaign", it.campaign(), "name", it.campaign(), "utm", it.utm());
            case Line.CampaignUtm it ->
                cleared(sent(line, "campaign.change", "campaign", it.campaign()), "utm", it.utm());
            case Line.CampaignDelete it -> sent(line, "campaign.delete", "campaign", it.campaign());
            case Line.Associate it ->
                sent(line, "campaign.associate", "campaign", it.campaign(), "asset", thing(it.asset()));
            case Line.Dissociate it ->
                sent(line, "campaign.dissociate", "campaign", it.campaign(), "asset", thing(it.asset()));
            case Line.ContactCreate it -> sent(line, "contact.create", "contact", it.contact(), "email", it.email());
            case Line.ContactDelete it -> sent(line, "contact.delete", "contact", it.contact());
            case Line.ContactMerge it -> sent(line, "contact.merge", "primary", it.primary(), "merged", it.merged());
            case Line.PipelineDefine it ->
                sent(line, "pipeline.define", "pipeline", it.pipeline(), "stages", stages(it.won()));
            case Line.DealCreate it ->
                changed(sent(line, "deal.create", "deal", it.deal(), "contacts", it.contacts()), it.changes());
            case Line.DealChange it -> changed(sent(line, "deal.change", "deal", it.deal()), it.changes());
            case Line.DealAssociate it -> sent(line, "deal.associate", "deal", it.deal(), "contact", it.contact());
            case Line.DealDissociate it -> sent(line, "deal.dissociate", "deal", it.deal(), "contact", it.contact());
            case Line.DealDelete it -> sent(line, "deal.delete", "deal", it.deal());
            case Line.DealRestore it -> sent(line, "deal.restore", "deal", it.deal());
            case Line.DealMerge it -> sent(line, "deal.merge", "primary", it.primary(), "merged", it.merged());
            case Line.RateSet it ->
                sent(
                        line,
                        "rate.set",
                        "currency",
                        it.currency(),
                        "rate",
                        it.rate(),
                        "since",
                        it.since().toString());
            case Line.AccountChange it -> {
                var sent = sent(line, "account.change");
                sent.putAll(of(it.account()));
                yield sent;
            }
        };
    }

    private static Map<String, Object> interaction(Line.Interaction it) {
        return sent(
                it,
                "interaction",
                "id",
                it.id(),
                "kind",
                it.kind(),
                "visitor",
                it.visitor(),
                "contact",
                it.contact(),
                "email",
                it.email(),
                "asset",
                thing(it.asset()),
                "page",
                thing(it.page()),
                "url",
                it.url(),
                "referrer",
                it.referrer(),
                "keyword",
                it.keyword(),
                "origin",
                it.origin() == null ? null : Map.of("type", it.origin()),
                "bot",
                it.bot());
    }

    private static Map<String, Object> sent(Line line, String type, Object... fields) {
        var sent = new LinkedHashMap<String, Object>();
        sent.put("type", type);
        sent.put("at", line.at().toString());
        for (var i = 0; i < fields.length; i += 2)
            if (fields[i + 1] != null) sent.put((String) fields[i], fields[i + 1]);
        return sent;
    }

    private static Map<String, Object> cleared(Map<String, Object> sent, String field, Object value) {
        sent.put(field, value);
        return sent;
    }

    private static Map<String, Object> changed(Map<String, Object> sent, List<Line.Change> changes) {
        for (var change : changes) sent.put(change.field(), change.value());
        return sent;
    }

    private static Map<String, Object> thing(Thing thing) {
        return thing == null ? null : Map.of("type", thing.type(), "id", thing.id());
    }

    private static List<Map<String, Object>> stages(Map<String, Boolean> won) {
        var stages = new ArrayList<Map<String, Object>>();
        won.forEach((id, isWon) ->
                stages.add(Map.of("id", id, "label", id, "isClosed", isWon, "probability", isWon ? "1.0" : "0.4")));
        return stages;
    }
}
