package tributary.attribution.rules;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tributary.attribution.AssetType;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;

/// A rule set in the making: another one's parameters, of which some are changed.
final class Draft {
    Duration sessionGap;
    boolean newSourceSplits;
    boolean midnightSplits;
    Set<SessionOrigin> excludedOrigins;
    Set<AssetType> trafficPages;
    boolean keywords;
    Set<Engagement> influencing;
    boolean adsInfluence;
    Set<Engagement> revenueEngagements;
    RevenueMeaning revenueMeaning;
    Set<Kind> attributionKinds;
    Optional<Duration> lookBack;
    boolean removedAssetsKeepCounting;
    BotFilter botFilter;
    DealOrder dealOrder;
    DealSnapshot dealSnapshot;
    Milestone jAnchor;
    final Map<String, CreditModel> models = new LinkedHashMap<>();

    Draft(RuleSet base) {
        sessionGap = base.sessionGap();
        newSourceSplits = base.newSourceSplits();
        midnightSplits = base.midnightSplits();
        excludedOrigins = base.excludedOrigins();
        trafficPages = base.trafficPages();
        keywords = base.keywords();
        influencing = base.influencing();
        adsInfluence = base.adsInfluence();
        revenueEngagements = base.revenueEngagements();
        revenueMeaning = base.revenueMeaning();
        attributionKinds = base.attributionKinds();
        lookBack = base.lookBack();
        removedAssetsKeepCounting = base.removedAssetsKeepCounting();
        botFilter = base.botFilter();
        dealOrder = base.dealOrder();
        dealSnapshot = base.dealSnapshot();
        jAnchor = base.jAnchor();
        for (var named : base.models()) models.put(named.name(), named.model());
    }

    /// @throws WrongParameter if parameters contradict each other
    RuleSet named(String name) {
        refuseContradictions();
        return new RuleSet(
                name,
                sessionGap,
                newSourceSplits,
                midnightSplits,
                excludedOrigins,
                trafficPages,
                keywords,
                influencing,
                adsInfluence,
                revenueEngagements,
                revenueMeaning,
                attributionKinds,
                lookBack,
                removedAssetsKeepCounting,
                botFilter,
                dealOrder,
                dealSnapshot,
                jAnchor,
                models.entrySet().stream()
                        .map(model -> new NamedModel(model.getKey(), model.getValue()))
                        .toList());
    }

    private void refuseContradictions() {
        var adClick = new Engagement(Kind.AD_CLICK, AssetType.AD_CAMPAIGN);
        if (!adsInfluence && influencing.contains(adClick))
            throw new WrongParameter(
                    "adsInfluence",
                    "is false, but influencing has " + adClick,
                    "true, or influencing without " + adClick);
        if (revenueMeaning == RevenueMeaning.MONEY && !models.containsKey(Models.LINEAR))
            throw new WrongParameter(
                    "revenueMeaning",
                    "is MONEY, but there is no model " + Models.LINEAR + ", by which it is spread",
                    "CONTACTS, or models with " + Models.LINEAR);
        if (models.isEmpty()) throw new WrongParameter("models", "would be none at all", "at least one model");
        if (models.size() > Models.MOST)
            throw new WrongParameter("models", "would be " + models.size() + " models", Models.MOST + " at most");
    }
}
