package tributary.attribution.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import tributary.attribution.AssetType;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;

/// A named set of rules: everything about judgement that a user may want changed. The engine asks these components
/// and never the name. Ids such as SES-2 are those of docs/rules.md.
///
/// @param name under which every answer names it
/// @param sessionGap so long without activity in a browser and the next act begins a session, a gap of exactly this
/// too (SES-2)
/// @param newSourceSplits whether a page view from outside that arrives otherwise than the session did begins a new
/// one (SES-3, D-11)
/// @param midnightSplits whether a session ends with the day in the account's zone (SES-4)
/// @param excludedOrigins sessions that arrived so count for no campaign (SES-5, NCF-3, NCL-4)
/// @param trafficPages types of page whose visits count as traffic: sessions, first and last touch (SES-1, D-15)
/// @param keywords whether arriving by an associated search keyword counts (MATCH-3)
/// @param influencing which engagements with an associated asset influence a contact (INFL-1); a list must be
/// static, a viewed CTA must hold no form, whatever stands here
/// @param adsInfluence whether a click on an associated ad influences too (INFL-2, D-36)
/// @param revenueEngagements which engagements with an associated asset make the contact of a won deal a revenue
/// contact (REV-1)
/// @param revenueMeaning what the metric Revenue is (section 2.5, D-36)
/// @param attributionKinds which kinds of act take part in the path of a deal (D-47); a view of a legacy CTA never
/// @param lookBack how long before the win an act may lie to take part in the path; empty: any time (INFL-8)
/// @param removedAssetsKeepCounting whether what an association counted stays when it ends (MATCH-6, DEC-1)
/// @param botFilter whether scanners and Apple's opens are left out (D-12)
/// @param dealOrder what must come before the win (DEAL-2, REV-4, ATT-5)
/// @param dealSnapshot which contacts are a won deal's (DEAL-3, REV-4, ATT-5)
/// @param jAnchor the milestone that J models favour: CLOSE or DEAL (DEC-16)
/// @param models the credit models, each under the name that reports ask for (4.3)
public record RuleSet(
        String name,
        Duration sessionGap,
        boolean newSourceSplits,
        boolean midnightSplits,
        Set<SessionOrigin> excludedOrigins,
        Set<AssetType> trafficPages,
        boolean keywords,
        Set<Engagement> influencing,
        boolean adsInfluence,
        Set<Engagement> revenueEngagements,
        RevenueMeaning revenueMeaning,
        Set<Kind> attributionKinds,
        Optional<Duration> lookBack,
        boolean removedAssetsKeepCounting,
        BotFilter botFilter,
        DealOrder dealOrder,
        DealSnapshot dealSnapshot,
        Milestone jAnchor,
        List<NamedModel> models) {
    public RuleSet {
        if (name.isBlank()) throw new IllegalArgumentException("a rule set needs a name");
        if (sessionGap.isZero() || sessionGap.isNegative()) {
            throw new IllegalArgumentException("the session gap must be positive, not " + sessionGap);
        }
        if (jAnchor != Milestone.CLOSE && jAnchor != Milestone.DEAL) {
            throw new IllegalArgumentException("the anchor of J models must be CLOSE or DEAL, not " + jAnchor);
        }
        if (models.stream().map(NamedModel::name).distinct().count() != models.size()) {
            throw new IllegalArgumentException("each credit model needs a name of its own: " + models);
        }
        excludedOrigins = Set.copyOf(excludedOrigins);
        trafficPages = Set.copyOf(trafficPages);
        influencing = Set.copyOf(influencing);
        revenueEngagements = Set.copyOf(revenueEngagements);
        attributionKinds = Set.copyOf(attributionKinds);
        models = List.copyOf(models);
    }

    /// The rule set of the seed, `2023-09`.
    public static final String STANDARD = "2023-09";

    /// A preset by its name: `2023-09` or `2024-11`.
    ///
    /// @throws IllegalArgumentException naming the presets, if there is none of that name
    public static RuleSet of(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "rule set " + name + " is unknown; there are " + String.join(", ", presetNames())));
    }

    /// A preset by its name, if there is one.
    public static Optional<RuleSet> find(String name) {
        return presets().stream().filter(preset -> preset.name.equals(name)).findFirst();
    }

    /// The presets, the standard one first.
    public static List<RuleSet> presets() {
        return Presets.ALL;
    }

    public static List<String> presetNames() {
        return presets().stream().map(RuleSet::name).toList();
    }

    public List<String> modelNames() {
        return models.stream().map(NamedModel::name).toList();
    }

    /// Place of a model in [#models] by its name: the number under which findings speak of it.
    public OptionalInt model(String modelName) {
        return IntStream.range(0, models.size())
                .filter(model -> models.get(model).name().equals(modelName))
                .findFirst();
    }

    /// What each parameter means, in the order of the components.
    public static List<Parameter> parameters() {
        return Parameters.ALL;
    }

    /// The parameters under their names as plain values for JSON: texts, booleans, lists, maps; what is empty is
    /// left out. Without `name`.
    public Map<String, Object> values() {
        return Parameters.valuesOf(this);
    }

    /// A rule set of one's own: this one, with other values for some parameters. It reads what [#values] gives.
    ///
    /// @param changes plain values under the names of [#parameters]: texts, numbers, `true` and `false`, lists
    /// and maps
    /// @throws WrongParameter if a parameter is unknown, a value is not accepted, or parameters contradict
    /// each other
    public RuleSet changed(String newName, Map<String, ?> changes) {
        return Parameters.changed(this, newName, changes);
    }
}
