package tributary.attribution.rules;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import tributary.attribution.AssetType;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;

/// The documentation of every parameter beside the ways to read and to change it, so that none can be forgotten.
final class Parameters {
    static final int MOST_DAYS = 36_500;
    static final Duration DAY = Duration.ofDays(1);

    private static final int MOST_MINUTES = 525_600;

    private record Documented(
            String name,
            Function<RuleSet, Object> value,
            BiConsumer<Draft, Given> change,
            String meaning,
            String accepted,
            List<String> rules) {}

    private static final List<Documented> DOCUMENTED = List.of(
            new Documented(
                    "sessionGapMinutes",
                    rules -> number(rules.sessionGap(), Duration.ofMinutes(1)),
                    (draft, given) -> draft.sessionGap = given.span(Duration.ofMinutes(1), MOST_MINUTES),
                    "After so many minutes without activity in a browser the next act begins a new session; a gap of exactly this splits too.",
                    "a positive number of minutes, " + MOST_MINUTES + " at most",
                    List.of("SES-2", "DEC-4", "D-30")),
            new Documented(
                    "newSourceSplits",
                    RuleSet::newSourceSplits,
                    (draft, given) -> draft.newSourceSplits = given.flag(),
                    "Whether a page view from outside whose traffic source, utm_campaign or referrer host differs from the session's first act begins a new session at once.",
                    "true or false",
                    List.of("SES-3", "DEC-4", "D-11")),
            new Documented(
                    "midnightSplits",
                    RuleSet::midnightSplits,
                    (draft, given) -> draft.midnightSplits = given.flag(),
                    "Whether a session ends with the day in the account's time zone.",
                    "true or false",
                    List.of("SES-4")),
            new Documented(
                    "excludedOrigins",
                    rules -> sorted(rules.excludedOrigins()),
                    (draft, given) -> draft.excludedOrigins = given.each(Parameters::origin),
                    "Sessions that arrived in one of these ways count for no campaign, nor as first or last touch.",
                    "a list of any of AD, CTA, WORKFLOW",
                    List.of("SES-5", "NCF-3", "NCL-4", "DEC-5")),
            new Documented(
                    "trafficPages",
                    rules -> sorted(rules.trafficPages()),
                    (draft, given) -> draft.trafficPages = given.each(Parameters::page),
                    "Types of page whose visits count as traffic: in sessions and, when associated, in first and last touch.",
                    "a list of any of SITE_PAGE, LANDING_PAGE, BLOG_POST, BLOG_LISTING_PAGE, KNOWLEDGE_ARTICLE",
                    List.of("SES-1", "NCF-1", "NCL-1", "D-15")),
            new Documented(
                    "keywords",
                    RuleSet::keywords,
                    (draft, given) -> draft.keywords = given.flag(),
                    "Whether arriving by a search keyword that the campaign has associated counts.",
                    "true or false",
                    List.of("MATCH-3", "SES-1", "NCF-1", "INFL-1", "D-18", "D-36")),
            new Documented(
                    "influencing",
                    rules -> sorted(rules.influencing()),
                    (draft, given) -> draft.influencing = given.each(Engagement::read),
                    "Which acts with an associated asset influence a contact. Lists must be static and viewed CTAs without a form; visits by UTM value always influence.",
                    "a list of pairs of an act and a type of asset, such as EMAIL_CLICK MARKETING_EMAIL; a visit is PAGE_VIEW with the type of the page",
                    List.of("INFL-1", "INFL-7", "D-15", "D-32", "DEC-15")),
            new Documented(
                    "adsInfluence",
                    RuleSet::adsInfluence,
                    (draft, given) -> draft.adsInfluence = given.flag(),
                    "Whether a click on an associated ad influences a contact too.",
                    "true or false",
                    List.of("INFL-2", "D-36")),
            new Documented(
                    "revenueEngagements",
                    rules -> sorted(rules.revenueEngagements()),
                    (draft, given) -> draft.revenueEngagements = given.each(Engagement::read),
                    "Which acts with an associated asset make a contact of a won deal a revenue contact. Submissions and clicks of legacy CTAs on a page of another kind do not.",
                    "a list of pairs of an act and a type of asset, as for influencing",
                    List.of("REV-1", "REV-2", "REV-3", "REV-6", "D-31")),
            new Documented(
                    "revenueMeaning",
                    RuleSet::revenueMeaning,
                    (draft, given) -> draft.revenueMeaning = given.word(List.of(RevenueMeaning.values())),
                    "What the metric Revenue is: a number of contacts, or money by the model LINEAR.",
                    "CONTACTS or MONEY",
                    List.of("REV-1", "DEC-20", "D-36")),
            new Documented(
                    "attributionKinds",
                    rules -> sorted(rules.attributionKinds()),
                    (draft, given) -> draft.attributionKinds = given.each(word -> Given.constant(Kind.class, word)),
                    "Which kinds of act take part in a deal's path; the account's own choice can only take away. Views of legacy CTAs never take part.",
                    "a list of any kinds of interaction, such as PAGE_VIEW",
                    List.of("ATT-1", "ATT-2", "D-47")),
            new Documented(
                    "lookBackDays",
                    rules -> rules.lookBack().map(span -> number(span, DAY)).orElse(null),
                    (draft, given) -> draft.lookBack =
                            given.value() == null ? Optional.empty() : Optional.of(given.span(DAY, MOST_DAYS)),
                    "How many days before the win an act may lie to take part in a deal's path; not given, any time.",
                    "a positive number of days, " + MOST_DAYS + " at most, or null for any time",
                    List.of("INFL-8", "ATT-4")),
            new Documented(
                    "removedAssetsKeepCounting",
                    RuleSet::removedAssetsKeepCounting,
                    (draft, given) -> draft.removedAssetsKeepCounting = given.flag(),
                    "Whether what an association, UTM value or keyword counted stays when the campaign no longer holds it.",
                    "true or false",
                    List.of("MATCH-6", "DEC-1", "D-21")),
            new Documented(
                    "botFilter",
                    RuleSet::botFilter,
                    (draft, given) -> draft.botFilter = given.word(List.of(BotFilter.values())),
                    "Whether scanners, and opens by Apple's privacy proxy, are left out.",
                    "AS_ACCOUNT, ON or OFF",
                    List.of("INFL-7", "D-12")),
            new Documented(
                    "dealOrder",
                    RuleSet::dealOrder,
                    (draft, given) -> draft.dealOrder = given.word(List.of(DealOrder.values())),
                    "What must come before a win to count for the deal: strictly before it, or up to its very instant.",
                    "BEFORE_WIN or UP_TO_WIN",
                    List.of("DEAL-2", "REV-4", "ATT-5", "DEC-9", "DEC-10")),
            new Documented(
                    "dealSnapshot",
                    RuleSet::dealSnapshot,
                    (draft, given) -> draft.dealSnapshot = given.word(List.of(DealSnapshot.values())),
                    "Which contacts are a won deal's: those associated at the win, to this day, or at any time.",
                    "AT_WIN, AT_PRESENT or EVER",
                    List.of("DEAL-3", "REV-4", "ATT-5", "DEC-9", "D-40")),
            new Documented(
                    "jAnchor",
                    RuleSet::jAnchor,
                    (draft, given) -> draft.jAnchor = given.word(List.of(Milestone.CLOSE, Milestone.DEAL)),
                    "The milestone that J models favour: the last interaction before the win, or before the deal was created.",
                    "CLOSE or DEAL",
                    List.of("DEC-16")),
            new Documented(
                    "models",
                    rules -> Models.values(rules.models()),
                    (draft, given) -> Models.change(draft.models, given),
                    "The credit models by name, with their shares in per mille or their half-life in days. What is given is added to those of the base.",
                    Models.ACCEPTED,
                    List.of("4.3", "DEC-16", "DEC-17", "ATT-6")));

    static final List<Parameter> ALL = DOCUMENTED.stream()
            .map(documented -> new Parameter(
                    documented.name,
                    documented.meaning,
                    documented.value.apply(RuleSet.of(RuleSet.STANDARD)),
                    documented.accepted,
                    documented.rules))
            .toList();

    private Parameters() {}

    static Map<String, Object> valuesOf(RuleSet rules) {
        var values = new LinkedHashMap<String, Object>();
        for (var documented : DOCUMENTED) {
            var value = documented.value.apply(rules);
            if (value != null) values.put(documented.name, value instanceof Enum<?> word ? word.name() : value);
        }
        return values;
    }

    /// A rule set with other values for some of another's parameters.
    static RuleSet changed(RuleSet base, String name, Map<String, ?> changes) {
        var draft = new Draft(base);
        changes.forEach((parameter, value) -> {
            var documented = DOCUMENTED.stream()
                    .filter(known -> known.name.equals(parameter))
                    .findFirst()
                    .orElseThrow(() -> new WrongParameter(
                            Given.cut(parameter),
                            "is no parameter of a rule set",
                            "some of "
                                    + DOCUMENTED.stream().map(Documented::name).collect(Collectors.joining(", "))));
            documented.change.accept(draft, new Given(parameter, value, documented.accepted));
        });
        return draft.named(name);
    }

    private static Optional<SessionOrigin> origin(String word) {
        return Given.constant(SessionOrigin.class, word).filter(origin -> origin != SessionOrigin.NONE);
    }

    private static Optional<AssetType> page(String word) {
        return Given.constant(AssetType.class, word).filter(AssetType::isPage);
    }

    /// So many of a unit: a whole number where it is one.
    static Number number(Duration span, Duration unit) {
        var nanos = span.toNanos();
        var of = unit.toNanos();
        if (nanos % of == 0) return nanos / of;
        return nanos / (double) of;
    }

    private static List<String> sorted(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().toList();
    }
}
