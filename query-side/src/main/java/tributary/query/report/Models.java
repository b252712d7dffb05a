package tributary.query.report;

import java.util.List;
import java.util.stream.Stream;
import tributary.attribution.rules.RuleSet;
import tributary.events.Refusal;

/// The credit models that reports can be asked under: those of the rule set, which share each deal along its path,
/// then the data-driven ones, which look at all deals of the range together (docs/data-driven-models.md). A model's
/// number is its place among them.
record Models(RuleSet rules) {
    static final String MARKOV = "MARKOV";
    static final String SHAPLEY = "SHAPLEY";

    List<String> names() {
        return Stream.concat(rules.modelNames().stream(), Stream.of(MARKOV, SHAPLEY))
                .toList();
    }

    String name(int model) {
        return names().get(model);
    }

    /// @throws Refusal.Invalid if there is none of that name
    int number(String asked) {
        return Choice.among("model", "model", names(), name -> name)
                .in("under rule set " + rules.name())
                .numberOf(asked);
    }

    /// Whether it is the name of a data-driven model, whatever the rule set; `null` is none.
    static boolean isDataDriven(String asked) {
        return MARKOV.equals(asked) || SHAPLEY.equals(asked);
    }

    boolean isDataDriven(int model) {
        return model >= rules.models().size();
    }

    /// @throws Refusal.Invalid if the model has no share for a single act
    int sharingActs(int model) {
        if (isDataDriven(model))
            throw refused(model, "shares deals among campaigns, not among acts", rules.modelNames());
        return model;
    }

    /// @throws Refusal.Invalid if the model's shares of parts of the range do not add up to those of the range
    int addingUp(int model) {
        if (!name(model).equals(MARKOV)) return model;
        var others = names().stream().filter(name -> !name.equals(MARKOV)).toList();
        throw refused(model, "judges the range as a whole, which does not add up from days", others);
    }

    /// @throws Refusal.Invalid if the model is reckoned for a whole range at once
    int followed(int model) {
        if (isDataDriven(model)) throw refused(model, "is not followed from fact to fact", rules.modelNames());
        return model;
    }

    private Refusal refused(int model, String because, List<String> accepted) {
        return new Refusal.Invalid(
                        "model-without-meaning-here",
                        "The model has no meaning here",
                        "model " + name(model) + " " + because + "; accepted here: " + String.join(", ", accepted))
                .with("model", name(model))
                .with("accepted", accepted);
    }
}
