package tributary.query.live;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tributary.query.figures.ContactList;
import tributary.query.figures.Figures;
import tributary.query.figures.Metric;

/// Everything that can be asked of an account, by ids: to compare accounts however they number things.
final class Told {
    private static final long FROM = LocalDate.parse("2023-01-01").toEpochDay();
    private static final long TO = LocalDate.parse("2024-12-31").toEpochDay();

    private Told() {}

    static Map<String, Object> of(AccountView view) {
        var told = new TreeMap<String, Object>();
        tell(view, Figures.ACCOUNT, "account", told);
        for (var campaign = 0; campaign < view.catalog().campaigns(); campaign++)
            tell(view, campaign, view.catalog().campaignId(campaign), told);
        return told;
    }

    private static void tell(AccountView view, int campaign, String name, Map<String, Object> told) {
        for (var metric : Metric.values()) tell(view, metric, campaign, name + " " + metric.word(), told);
        for (var list : ContactList.values()) {
            var contacts = new TreeSet<String>();
            view.figures()
                    .contacts(
                            list,
                            campaign,
                            FROM,
                            TO,
                            (contact, at) -> contacts.add(view.journeys().contactId(contact) + " at " + at));
            told.put(name + " " + list.word(), contacts);
        }
        var deals = new TreeSet<String>();
        view.figures()
                .closedDeals(
                        campaign,
                        FROM,
                        TO,
                        (deal, wonAt, day, by) -> deals.add(
                                view.journeys().dealId(deal) + " " + wonAt + " " + day + " " + names(view, by)));
        told.put(name + " deals", deals);
    }

    private static TreeSet<String> names(AccountView view, int[] contacts) {
        var names = new TreeSet<String>();
        for (var contact : contacts) names.add(view.journeys().contactId(contact));
        return names;
    }

    private static void tell(AccountView view, Metric metric, int campaign, String name, Map<String, Object> told) {
        var figures = view.figures();
        if (metric == Metric.REVENUE_CONTACTS) {
            for (var day = FROM; day < TO; day += 20)
                told.put(name + day, figures.count(metric, campaign, day, day + 30));
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
