package tributary.attribution.rules;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Credit models as plain values: written for documents and JSON, and read from there.
final class Models {
    /// The model by which revenue that is money is spread (D-36); never another than the linear one.
    static final String LINEAR = "LINEAR";
    /// So many a rule set can have: each is kept for every campaign and day.
    static final int MOST = 30;

    static final String ACCEPTED = "by name {\"kind\": \"LINEAR\"}, {\"kind\": \"MILESTONES\"} with first, lead, deal, "
            + "close, middle, {\"kind\": \"J\"} with first, anchor, middle (shares in per mille, 1000 together), or "
            + "{\"kind\": \"TIME_DECAY\"} with halfLifeDays; null takes the base's model of this name out";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final String NAME_ACCEPTED = "models named with 1 to 64 characters of A-Z a-z 0-9 . _ : -";
    /// Names of models that are no shares of a path: no rule set can give them another meaning.
    private static final Set<String> RESERVED = Set.of("MARKOV", "SHAPLEY");

    private static final List<String> KINDS = List.of("LINEAR", "MILESTONES", "J", "TIME_DECAY");
    private static final String SHARE_ACCEPTED = "a whole number of per mille, 0 to 1000";
    private static final String SPAN_ACCEPTED = "a positive number of days, " + Parameters.MOST_DAYS + " at most";
    private static final int WHOLE = 1000;

    private Models() {}

    /// What they are, by name.
    static Map<String, Object> values(List<NamedModel> models) {
        var values = new LinkedHashMap<String, Object>();
        for (var named : models) values.put(named.name(), value(named.model()));
        return values;
    }

    private static Map<String, Object> value(CreditModel model) {
        var shares = new LinkedHashMap<String, Object>();
        switch (model) {
            case CreditModel.Linear() -> shares.put("kind", "LINEAR");
            case CreditModel.Milestones(var first, var lead, var deal, var close, var middle) -> {
                shares.put("kind", "MILESTONES");
                shares.put("first", first);
                shares.put("lead", lead);
                shares.put("deal", deal);
                shares.put("close", close);
                shares.put("middle", middle);
            }
            case CreditModel.Anchored(var first, var anchor, var middle) -> {
                shares.put("kind", "J");
                shares.put("first", first);
                shares.put("anchor", anchor);
                shares.put("middle", middle);
            }
            case CreditModel.TimeDecay(var halfLife) -> {
                shares.put("kind", "TIME_DECAY");
                shares.put("halfLifeDays", Parameters.number(halfLife, Parameters.DAY));
            }
        }
        return shares;
    }

    /// Adds models to others, in place of those of the same name; what is `null` is taken out.
    static void change(Map<String, CreditModel> models, Given given) {
        given.map().forEach((key, value) -> {
            if (!(key instanceof String name) || !NAME.matcher(name).matches())
                throw new WrongParameter(given.name(), "has " + Given.cut("\"" + key + "\""), NAME_ACCEPTED);
            if (RESERVED.contains(name))
                throw new WrongParameter(given.name(), "has " + name, "other names: " + name + " has its own meaning");
            if (value == null) takeOut(models, given, name);
            else models.put(name, checked(given, name, read(given.within(name, value, ACCEPTED))));
        });
    }

    private static void takeOut(Map<String, CreditModel> models, Given given, String name) {
        if (models.containsKey(name)) models.remove(name);
        else
            throw new WrongParameter(
                    given.name() + "." + name, "is null", "null only for one of " + String.join(", ", models.keySet()));
    }

    private static CreditModel checked(Given given, String name, CreditModel model) {
        if (name.equals(LINEAR) && !(model instanceof CreditModel.Linear))
            throw new WrongParameter(given.name() + "." + name, "is of another kind", "kind LINEAR, or another name");
        return model;
    }

    private static CreditModel read(Given given) {
        var kind = given.within("kind", given.map().get("kind"), "one of " + String.join(", ", KINDS));
        return switch (kind.text()) {
            case "LINEAR" -> {
                refuseOthers(given, List.of());
                yield new CreditModel.Linear();
            }
            case "MILESTONES" -> milestones(given);
            case "J" -> anchored(given);
            case "TIME_DECAY" -> timeDecay(given);
            default -> throw kind.wrong();
        };
    }

    private static CreditModel milestones(Given given) {
        var shares = shares(given, List.of("first", "lead", "deal", "close", "middle"));
        if (shares[0] + shares[3] + shares[4] == 0)
            throw new WrongParameter(
                    given.name(),
                    "gives nothing to first, close and middle",
                    "a share for one of them, since only these are in every path");
        return new CreditModel.Milestones(shares[0], shares[1], shares[2], shares[3], shares[4]);
    }

    private static CreditModel anchored(Given given) {
        var shares = shares(given, List.of("first", "anchor", "middle"));
        if (shares[0] + shares[2] == 0)
            throw new WrongParameter(
                    given.name(),
                    "gives nothing to first and middle",
                    "a share for one of them, since an anchor is not in every path");
        return new CreditModel.Anchored(shares[0], shares[1], shares[2]);
    }

    private static CreditModel timeDecay(Given given) {
        refuseOthers(given, List.of("halfLifeDays"));
        var halfLife = given.within("halfLifeDays", given.map().get("halfLifeDays"), SPAN_ACCEPTED);
        return new CreditModel.TimeDecay(halfLife.span(Parameters.DAY, Parameters.MOST_DAYS));
    }

    /// The shares in this order; what is not said is 0.
    private static int[] shares(Given given, List<String> names) {
        refuseOthers(given, names);
        var shares = names.stream()
                .mapToInt(name -> given.map().containsKey(name)
                        ? given.within(name, given.map().get(name), SHARE_ACCEPTED)
                                .whole(WHOLE)
                        : 0)
                .toArray();
        var sum = Arrays.stream(shares).sum();
        if (sum != WHOLE)
            throw new WrongParameter(
                    given.name(),
                    "has shares of " + sum + " per mille together",
                    WHOLE + " over " + String.join(", ", names));
        return shares;
    }

    private static void refuseOthers(Given given, List<String> names) {
        for (var key : given.map().keySet())
            if (!key.equals("kind") && !names.contains(key))
                throw new WrongParameter(
                        given.name() + "." + Given.cut(String.valueOf(key)),
                        "is unknown to models of this kind",
                        names.isEmpty() ? "nothing but kind" : "kind, " + String.join(", ", names));
    }
}
