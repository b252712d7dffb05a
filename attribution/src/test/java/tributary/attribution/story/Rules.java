package tributary.attribution.story;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tributary.attribution.SessionOrigin;
import tributary.attribution.rules.DealOrder;
import tributary.attribution.rules.DealSnapshot;
import tributary.attribution.rules.Milestone;
import tributary.attribution.rules.RuleSet;

/// A preset with some parameters changed.
public final class Rules {
    private final RuleSet base;
    private Duration sessionGap;
    private boolean newSourceSplits;
    private boolean midnightSplits;
    private Set<SessionOrigin> excludedOrigins;
    private Optional<Duration> lookBack;
    private boolean removedAssetsKeepCounting;
    private DealOrder dealOrder;
    private DealSnapshot dealSnapshot;
    private Milestone jAnchor;

    private Rules(RuleSet base) {
        this.base = base;
        sessionGap = base.sessionGap();
        newSourceSplits = base.newSourceSplits();
        midnightSplits = base.midnightSplits();
        excludedOrigins = base.excludedOrigins();
        lookBack = base.lookBack();
        removedAssetsKeepCounting = base.removedAssetsKeepCounting();
        dealOrder = base.dealOrder();
        dealSnapshot = base.dealSnapshot();
        jAnchor = base.jAnchor();
    }

    public static Rules like(String preset) {
        return new Rules(RuleSet.of(preset));
    }

    public Rules sessionGap(Duration gap) {
        sessionGap = gap;
        return this;
    }

    public Rules newSourceSplits(boolean splits) {
        newSourceSplits = splits;
        return this;
    }

    public Rules midnightSplits(boolean splits) {
        midnightSplits = splits;
        return this;
    }

    public Rules excludedOrigins(Set<SessionOrigin> origins) {
        excludedOrigins = origins;
        return this;
    }

    public Rules lookBack(Duration span) {
        lookBack = Optional.of(span);
        return this;
    }

    public Rules removedAssetsKeepCounting(boolean keep) {
        removedAssetsKeepCounting = keep;
        return this;
    }

    public Rules dealOrder(DealOrder order) {
        dealOrder = order;
        return this;
    }

    public Rules dealSnapshot(DealSnapshot snapshot) {
        dealSnapshot = snapshot;
        return this;
    }

    public Rules jAnchor(Milestone anchor) {
        jAnchor = anchor;
        return this;
    }

    public RuleSet build() {
        return new RuleSet(
                base.name(),
                sessionGap,
                newSourceSplits,
                midnightSplits,
                excludedOrigins,
                base.trafficPages(),
                base.keywords(),
                base.influencing(),
                base.adsInfluence(),
                base.revenueEngagements(),
                base.revenueMeaning(),
                base.attributionKinds(),
                lookBack,
                removedAssetsKeepCounting,
                base.botFilter(),
                dealOrder,
                dealSnapshot,
                jAnchor,
                base.models());
    }
}
