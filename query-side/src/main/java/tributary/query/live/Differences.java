package tributary.query.live;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tributary.attribution.rules.RuleSet;
import tributary.query.figures.Comparison;
import tributary.query.figures.Difference;
import tributary.query.figures.Figures;
import tributary.query.journey.AccountJourneys;

/// What figures have become that were built anew, where they are not what they were. Without a change of rules or
/// of the program there must be none.
///
/// @param found how many differences there are
/// @param told the first of them
public record Differences(long found, List<Told> told) {
    static final Differences NONE = new Differences(0, List.of());

    /// A figure of one day, money in minor units.
    ///
    /// @param campaign id, or `null` for the account
    /// @param model name, or `null` where none matters
    /// @param day or `null` where the figure has none
    public record Told(
            String ruleSet, String campaign, String metric, String model, LocalDate day, long before, long after) {}

    public Differences {
        told = List.copyOf(told);
    }

    static Differences of(Comparison comparison, RuleSet rules, AccountJourneys journeys) {
        var told = comparison.differences().stream()
                .map(difference -> tell(difference, rules, journeys))
                .toList();
        return new Differences(comparison.found(), told);
    }

    Differences and(Differences others) {
        var both = new ArrayList<>(told);
        others.told.stream().limit(Math.max(0, Comparison.TOLD - told.size())).forEach(both::add);
        return new Differences(found + others.found, both);
    }

    private static Told tell(Difference difference, RuleSet rules, AccountJourneys journeys) {
        var campaign = difference.campaign();
        var model = difference.model();
        return new Told(
                rules.name(),
                campaign == Figures.ACCOUNT ? null : journeys.catalog().campaignId(campaign),
                difference.series(),
                model == Difference.NO_MODEL ? null : rules.models().get(model).name(),
                difference.day() == Difference.NO_DAY ? null : LocalDate.ofEpochDay(difference.day()),
                difference.before(),
                difference.after());
    }
}
