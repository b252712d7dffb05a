package tributary.attribution.rules;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The documentation of every parameter beside the way to read it, so that neither can be forgotten.
final class Parameters {
    private record Documented(
            String name, Function<RuleSet, Object> value, String meaning, String accepted, List<String> rules) {}

    private static final List<Documented> DOCUMENTED = List.of(
            new Documented(
                    "sessionGapMinutes",
                    rules -> minutes(rules.sessionGap()),
                    "After so many minutes without activity in a browser the next act begins a new session; a gap of exactly this splits too.",
                    "a positive number of minutes",
                    List.of("SES-2", "DEC-4", "D-30")),
            new Documented(
                    "newSourceSplits",
                    RuleSet::newSourceSplits,
                    "Whether a page view from outside whose traffic source, utm_campaign or referrer host differs from the session's first act begins a new session at once.",
                    "true or false",
                    List.of("SES-3", "DEC-4", "D-11")),
            new Documented(
                    "midnightSplits",
                    RuleSet::midnightSplits,
                    "Whether a session ends with the day in the account's time zone.",
                    "true or false",
                    List.of("SES-4")),
            new Documented(
                    "excludedOrigins",
                    rules -> sorted(rules.excludedOrigins()),
                    "Sessions that arrived in one of these ways count for no campaign, nor as first or last touch.",
                    "any of AD, CTA, WORKFLOW",
                    List.of("SES-5", "NCF-3", "NCL-4", "DEC-5")),
            new Documented(
                    "trafficPages",
                    rules -> sorted(rules.trafficPages()),
                    "Types of page whose visits count as traffic: in sessions and, when associated, in first and last touch.",
                    "any of SITE_PAGE, LANDING_PAGE, BLOG_POST, BLOG_LISTING_PAGE, KNOWLEDGE_ARTICLE",
                    List.of("SES-1", "NCF-1", "NCL-1", "D-15")),
            new Documented(
                    "keywords",
                    RuleSet::keywords,
                    "Whether arriving by a search keyword that the campaign has associated counts.",
                    "true or false",
                    List.of("MATCH-3", "SES-1", "NCF-1", "INFL-1", "D-18", "D-36")),
            new Documented(
                    "influencing",
                    rules -> sorted(rules.influencing()),
                    "Which acts with an associated asset influence a contact. Lists must be static and viewed CTAs without a form; visits by UTM value always influence.",
                    "pairs of an act and a type of asset, such as EMAIL_CLICK MARKETING_EMAIL; a visit is PAGE_VIEW with the type of the page",
                    List.of("INFL-1", "INFL-7", "D-15", "D-32", "DEC-15")),
            new Documented(
                    "adsInfluence",
                    RuleSet::adsInfluence,
                    "Whether a click on an associated ad influences a contact too.",
                    "true or false",
                    List.of("INFL-2", "D-36")),
            new Documented(
                    "revenueEngagements",
                    rules -> sorted(rules.revenueEngagements()),
                    "Which acts with an associated asset make a contact of a won deal a revenue contact. Submissions and clicks of legacy CTAs on a page of another kind do not.",
                    "pairs of an act and a type of asset, as for influencing",
                    List.of("REV-1", "REV-2", "REV-3", "REV-6", "D-31")),
            new Documented(
                    "revenueMeaning",
                    RuleSet::revenueMeaning,
                    "What the metric Revenue is: a number of contacts, or money by the model LINEAR.",
                    "CONTACTS or MONEY",
                    List.of("REV-1", "DEC-20", "D-36")),
            new Documented(
                    "attributionKinds",
                    rules -> sorted(rules.attributionKinds()),
                    "Which kinds of act take part in a deal's path; the account's own choice can only take away. Views of legacy CTAs never take part.",
                    "any kinds of interaction",
                    List.of("ATT-1", "ATT-2", "D-47")),
            new Documented(
                    "lookBackDays",
                    rules -> rules.lookBack().map(Duration::toDays).orElse(null),
                    "How many days before the win an act may lie to take part in a deal's path; not given, any time.",
                    "a positive number of days, or nothing",
                    List.of("INFL-8", "ATT-4")),
            new Documented(
                    "removedAssetsKeepCounting",
                    RuleSet::removedAssetsKeepCounting,
                    "Whether what an association, UTM value or keyword counted stays when the campaign no longer holds it.",
                    "true or false",
                    List.of("MATCH-6", "DEC-1", "D-21")),
            new Documented(
                    "botFilter",
                    RuleSet::botFilter,
                    "Whether scanners, and opens by Apple's privacy proxy, are left out.",
                    "AS_ACCOUNT, ON or OFF",
                    List.of("INFL-7", "D-12")),
            new Documented(
                    "dealOrder",
                    RuleSet::dealOrder,
                    "What must come before a win to count for the deal: strictly before it, or up to its very instant.",
                    "BEFORE_WIN or UP_TO_WIN",
                    List.of("DEAL-2", "REV-4", "ATT-5", "DEC-9", "DEC-10")),
            new Documented(
                    "dealSnapshot",
                    RuleSet::dealSnapshot,
                    "Which contacts are a won deal's: those associated at the win, to this day, or at any time.",
                    "AT_WIN, AT_PRESENT or EVER",
                    List.of("DEAL-3", "REV-4", "ATT-5", "DEC-9", "D-40")),
            new Documented(
                    "jAnchor",
                    RuleSet::jAnchor,
                    "The milestone that J models favour: the last interaction before the win, or before the deal was created.",
                    "CLOSE or DEAL",
                    List.of("DEC-16")),
            new Documented(
                    "models",
                    Parameters::models,
                    "The credit models by name, with their shares in per mille or their half-life in days.",
                    "LINEAR; MILESTONES with first, lead, deal, close, middle; J with first, anchor, middle; TIME_DECAY with halfLifeDays",
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

    private static Object minutes(Duration duration) {
        var micros = duration.toNanos() / 1_000;
        return micros % 60_000_000 == 0 ? (Object) (micros / 60_000_000) : (Object) (micros / 60e6);
    }

    private static List<String> sorted(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().toList();
    }

    private static Map<String, Object> models(RuleSet rules) {
        var models = new LinkedHashMap<String, Object>();
        for (var named : rules.models()) models.put(named.name(), described(named.model()));
        return models;
    }

    private static Map<String, Object> described(CreditModel model) {
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
                shares.put("halfLifeDays", halfLife.toNanos() / 86_400e9);
            }
        }
        return shares;
    }
}
