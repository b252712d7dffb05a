package tributary.query.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tributary.attribution.judge.InfluenceKey;
import tributary.query.directory.AssetEntry;
import tributary.query.directory.CampaignEntry;
import tributary.query.directory.DealEntry;
import tributary.query.live.FiguresView;

/// Everything that figures and directory tell of an account, by ids: to compare those that number things otherwise.
public final class ToldFigures {
    private static final long FROM = LocalDate.parse("2022-01-01").toEpochDay();
    private static final long TO = LocalDate.parse("2025-12-31").toEpochDay();
    private static final int STEP = 45;

    private final FiguresView view;
    private final Map<String, Object> told = new TreeMap<>();

    private ToldFigures(FiguresView view) {
        this.view = view;
    }

    public static Map<String, Object> of(FiguresView view) {
        var all = new ToldFigures(view);
        all.tellAll();
        return all.told;
    }

    private void tellAll() {
        told.put("rule set", view.ruleSet());
        told.put("settings", view.settings());
        told.put("account", view.directory().accountName());
        told.put(
                "order",
                view.directory().campaigns().stream().map(CampaignEntry::id).toList());
        tell(Figures.ACCOUNT, "all");
        for (var campaign : view.directory().campaigns()) {
            tell(campaign.number(), campaign.id());
            tellEntry(campaign);
        }
        var eligible = new TreeSet<String>();
        view.figures()
                .eligibleDeals(
                        FROM,
                        TO,
                        (deal, minor) -> eligible.add(told(view.directory().deal(deal)) + minor));
        told.put("eligible", eligible);
        told.put("attributable", view.figures().attributable(FROM, TO));
    }

    private void tellEntry(CampaignEntry campaign) {
        told.put(
                campaign.id() + " entry",
                campaign.name()
                        + new TreeMap<>(campaign.properties())
                        + new TreeMap<>(campaign.goals())
                        + campaign.budget()
                        + campaign.spend()
                        + campaign.createdAt()
                        + campaign.updatedAt()
                        + campaign.deleted()
                        + campaign.budgetTotal()
                        + campaign.spendTotal());
        told.put(
                campaign.id() + " assets",
                view.directory().assets(campaign.number()).stream()
                        .map(held -> told(held.asset()) + held.associatedAt() + held.removedAt())
                        .toList());
    }

    private static String told(AssetEntry asset) {
        return asset.key() + asset.name() + asset.url();
    }

    private static String told(DealEntry deal) {
        return deal.id()
                + deal.name()
                + deal.pipeline()
                + deal.stage()
                + deal.amount()
                + deal.currency()
                + deal.amountMinor()
                + deal.closeDate()
                + deal.createdAt()
                + deal.deleted()
                + deal.problem();
    }

    private void tell(int campaign, String name) {
        for (var metric : Metric.values()) tell(metric, campaign, name + " " + metric.word());
        for (var list : ContactList.values()) {
            for (var day = FROM; day < TO; day += STEP) {
                var contacts = new TreeSet<String>();
                view.figures()
                        .contacts(
                                list,
                                campaign,
                                day,
                                day + STEP,
                                (contact, at) -> contacts.add(view.directory().contactId(contact) + " at " + at));
                if (!contacts.isEmpty()) told.put(name + " " + list.word() + day, contacts);
            }
        }
        var pairs = new TreeSet<String>();
        view.figures()
                .pairs(
                        campaign,
                        FROM,
                        TO,
                        (contact, key, at) -> pairs.add(
                                view.directory().contactId(contact) + " by " + influencer(key) + " at " + at));
        told.put(name + " pairs", pairs);
        var deals = new TreeSet<String>();
        view.figures()
                .closedDeals(
                        campaign,
                        FROM,
                        TO,
                        (deal, wonAt, day, by) ->
                                deals.add(told(view.directory().deal(deal)) + wonAt + " " + day + ids(by)));
        told.put(name + " deals", deals);
    }

    private String influencer(int key) {
        var number = InfluenceKey.number(key);
        return InfluenceKey.isUtm(key)
                ? "UTM " + view.directory().utm(number)
                : told(view.directory().asset(number));
    }

    private TreeSet<String> ids(int[] contacts) {
        var ids = new TreeSet<String>();
        Arrays.stream(contacts).mapToObj(view.directory()::contactId).forEach(ids::add);
        return ids;
    }

    private void tell(Metric metric, int campaign, String name) {
        var figures = view.figures();
        if (metric == Metric.REVENUE_CONTACTS) {
            for (var day = FROM; day < TO; day += STEP)
                told.put(name + day, figures.count(metric, campaign, day, day + STEP + STEP));
            return;
        }
        var models =
                metric == Metric.ATTRIBUTED_REVENUE ? view.ruleSet().models().size() : 1;
        for (var model = 0; model < models; model++) {
            var days = new ArrayList<String>();
            figures.daily(metric, model, campaign, FROM, TO, (day, value) -> days.add(day + ":" + value));
            told.put(name + " " + model, days);
        }
    }
}
