package tributary.attribution.twin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Turns history lines in the form of docs/api.md section 3 into [Line]s.
record JsonLines(Account account) {
    /// Empty for lines that matter to no figure here.
    Stream<Line> of(Map<String, Object> json) {
        var at = Instant.parse((String) json.get("at"));
        return Stream.ofNullable(
                switch ((String) json.get("type")) {
                    case "interaction" -> interaction(at, json);
                    case "visitor.identify" -> new Line.Identify(at, text(json, "visitor"), contact(json), email(json));
                    case "asset.describe" ->
                        new Line.Describe(
                                at,
                                thing(json, "asset"),
                                text(json, "url"),
                                (Boolean) json.get("hasForm"),
                                text(json, "listType"));
                    case "campaign.create" -> new Line.CampaignCreate(at, campaign(json), text(json, "utm"));
                    case "campaign.change" ->
                        json.containsKey("utm") ? new Line.CampaignUtm(at, campaign(json), text(json, "utm")) : null;
                    case "campaign.associate" -> new Line.Associate(at, campaign(json), thing(json, "asset"));
                    case "campaign.dissociate" -> new Line.Dissociate(at, campaign(json), thing(json, "asset"));
                    case "campaign.delete" -> new Line.CampaignDelete(at, campaign(json));
                    case "contact.create" -> new Line.ContactCreate(at, text(json, "contact"), text(json, "email"));
                    case "contact.delete", "contact.erase" -> new Line.ContactDelete(at, text(json, "contact"));
                    case "contact.merge" -> new Line.ContactMerge(at, text(json, "primary"), text(json, "merged"));
                    case "pipeline.define" -> new Line.PipelineDefine(at, text(json, "pipeline"), stages(json));
                    case "deal.create" -> new Line.DealCreate(at, text(json, "deal"), contacts(json), changes(json));
                    case "deal.change" -> new Line.DealChange(at, text(json, "deal"), changes(json));
                    case "deal.associate" ->
                        new Line.DealAssociate(at, text(json, "deal"), known(text(json, "contact")));
                    case "deal.dissociate" ->
                        new Line.DealDissociate(at, text(json, "deal"), known(text(json, "contact")));
                    case "rate.set" ->
                        new Line.RateSet(
                                at, text(json, "currency"), text(json, "rate"), LocalDate.parse(text(json, "since")));
                    case "account.change" -> new Line.AccountChange(at, account(account, json));
                    case "contact.restore", "budget.set", "spend.set" -> null;
                    default -> throw new IllegalArgumentException(json.toString());
                });
    }

    private static Line interaction(Instant at, Map<String, Object> json) {
        var origin = (Map<?, ?>) json.get("origin");
        return new Line.Interaction(
                at,
                text(json, "id"),
                text(json, "kind"),
                text(json, "visitor"),
                contact(json),
                email(json),
                thing(json, "asset"),
                thing(json, "page"),
                text(json, "url"),
                text(json, "referrer"),
                text(json, "keyword"),
                origin == null ? null : (String) origin.get("type"),
                text(json, "bot"));
    }

    static Account account(Account base, Map<String, Object> json) {
        var types = (List<?>) json.get("interactionTypes");
        return new Account(
                json.containsKey("timeZone") ? ZoneId.of(text(json, "timeZone")) : base.zone(),
                Objects.requireNonNullElse(text(json, "currency"), base.currency()),
                Objects.requireNonNullElse((Boolean) json.get("emailBotFilter"), base.emailBotFilter()),
                base.siteDomains(),
                types == null
                        ? base.interactionTypes()
                        : new HashSet<>(types.stream().map(Object::toString).toList()));
    }

    private static List<Line.Change> changes(Map<String, Object> json) {
        var changes = new ArrayList<Line.Change>();
        for (var field : List.of("amount", "currency", "pipeline", "stage", "closeDate"))
            if (json.containsKey(field)) changes.add(new Line.Change(field, text(json, field)));
        return changes;
    }

    private static Map<String, Boolean> stages(Map<String, Object> json) {
        var won = new LinkedHashMap<String, Boolean>();
        for (var each : (List<?>) json.get("stages")) {
            var stage = (Map<?, ?>) each;
            won.put(
                    (String) stage.get("id"),
                    Boolean.parseBoolean(String.valueOf(stage.get("isClosed")))
                            && Double.parseDouble(String.valueOf(stage.get("probability"))) == 1);
        }
        return won;
    }

    private static List<String> contacts(Map<String, Object> json) {
        var contacts = (List<?>) json.getOrDefault("contacts", List.of());
        return contacts.stream().map(each -> known(each.toString())).toList();
    }

    /// `email:ADDRESS` stands for the contact that holds the address; here only for contacts that an act created.
    static String known(String contact) {
        return contact.startsWith("email:") ? "@" + contact.substring("email:".length()) : contact;
    }

    private static String contact(Map<String, Object> json) {
        var contact = text(json, "contact");
        return contact == null || contact.startsWith("email:") ? null : contact;
    }

    private static String email(Map<String, Object> json) {
        return text(json, "email");
    }

    private static String campaign(Map<String, Object> json) {
        return text(json, "campaign");
    }

    private static Thing thing(Map<String, Object> json, String field) {
        var thing = (Map<?, ?>) json.get(field);
        return thing == null ? null : new Thing((String) thing.get("type"), (String) thing.get("id"));
    }

    static String text(Map<String, Object> json, String field) {
        var value = json.get(field);
        return value == null ? null : value.toString();
    }
}
