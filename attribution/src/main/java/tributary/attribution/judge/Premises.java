package tributary.attribution.judge;

import tributary.attribution.journey.Arrivals;
import tributary.attribution.journey.Catalog;
import tributary.attribution.journey.Settings;
import tributary.attribution.journey.Ties;
import tributary.attribution.rules.RuleSet;

/// What a judgement rests on: rules, settings and catalog, prepared as tables. Made once per catalog, settings and
/// rule set; shared by threads, as long as no arrival is added meanwhile.
public final class Premises {
    private final RuleSet rules;
    private final Settings settings;
    private final Catalog catalog;
    private final Arrivals arrivals;
    private final Ties ties;

    public Premises(RuleSet rules, Settings settings, Catalog catalog, Arrivals arrivals, Ties ties) {
        this.rules = rules;
        this.settings = settings;
        this.catalog = catalog;
        this.arrivals = arrivals;
        this.ties = ties;
    }

    public RuleSet rules() {
        return rules;
    }

    public Settings settings() {
        return settings;
    }

    public Catalog catalog() {
        return catalog;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    Ties ties() {
        return ties;
    }
}
