package tributary.query.report;

import tributary.attribution.datadriven.CampaignPaths;
import tributary.attribution.datadriven.CampaignShares;
import tributary.attribution.datadriven.ShapleyParts;
import tributary.query.figures.ContactList;
import tributary.query.figures.Figures;
import tributary.query.figures.Metric;
import tributary.query.live.AccountView;

/// Figures in which attributed revenue can be asked under data-driven models too: those are reckoned when asked
/// for, all campaigns of a range at once. For one report; everything else is the published figures'.
final class DataDrivenFigures implements Figures {
    private final AccountView view;
    private final Figures published;
    private final Models models;
    private Reckoned last;

    private record Reckoned(int model, long fromDay, long toDay, CampaignShares shares) {}

    DataDrivenFigures(AccountView view) {
        this.view = view;
        this.published = view.figures();
        this.models = new Models(view.ruleSet());
    }

    private boolean isDataDriven(Metric metric, int model) {
        return metric == Metric.ATTRIBUTED_REVENUE && models.isDataDriven(model);
    }

    @Override
    public long minor(Metric metric, int model, int campaign, long fromDay, long toDay) {
        if (!isDataDriven(metric, model)) return published.minor(metric, model, campaign, fromDay, toDay);
        var shares = shares(model, fromDay, toDay);
        return campaign == ACCOUNT ? shares.total() : shares.of(campaign);
    }

    private CampaignShares shares(int model, long fromDay, long toDay) {
        if (last == null || last.model != model || last.fromDay != fromDay || last.toDay != toDay)
            last = new Reckoned(model, fromDay, toDay, reckon(model, fromDay, toDay));
        return last.shares;
    }

    private CampaignShares reckon(int model, long fromDay, long toDay) {
        var paths = new RangePaths(view).toDeals(fromDay, toDay);
        return models.name(model).equals(Models.MARKOV)
                ? CampaignShares.markov(paths.toNone(fromDay, toDay).chainable(), view.catalog()::campaignId)
                : CampaignShares.shapley(paths.paths(), view.catalog()::campaignId);
    }

    @Override
    public void daily(Metric metric, int model, int campaign, long fromDay, long toDay, DayConsumer out) {
        if (isDataDriven(metric, model)) shapleyByDay(models.addingUp(model), campaign, fromDay, toDay, out);
        else published.daily(metric, model, campaign, fromDay, toDay, out);
    }

    private void shapleyByDay(int model, int campaign, long fromDay, long toDay, DayConsumer out) {
        CampaignPaths paths = new RangePaths(view).toDeals(fromDay, toDay).paths();
        var parts = new ShapleyParts(paths, view.catalog()::campaignId);
        var days = campaign == ACCOUNT ? parts.daily() : parts.daily(campaign);
        days.forEach(out::day);
    }

    @Override
    public long count(Metric metric, int campaign, long fromDay, long toDay) {
        return published.count(metric, campaign, fromDay, toDay);
    }

    @Override
    public void contacts(ContactList list, int campaign, long fromDay, long toDay, ContactConsumer out) {
        published.contacts(list, campaign, fromDay, toDay, out);
    }

    @Override
    public void pairs(int campaign, long fromDay, long toDay, PairConsumer out) {
        published.pairs(campaign, fromDay, toDay, out);
    }

    @Override
    public void closedDeals(int campaign, long fromDay, long toDay, DealConsumer out) {
        published.closedDeals(campaign, fromDay, toDay, out);
    }

    @Override
    public long attributable(long fromDay, long toDay) {
        return published.attributable(fromDay, toDay);
    }

    @Override
    public void eligibleDeals(long fromDay, long toDay, EligibleDealConsumer out) {
        published.eligibleDeals(fromDay, toDay, out);
    }
}
