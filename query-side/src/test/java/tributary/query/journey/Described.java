package tributary.query.journey;

import java.util.ArrayList;
import java.util.List;

/// What the directory says of everything, by number, and what there is beside persons and deals.
final class Described {
    private Described() {}

    static List<String> of(AccountJourneys journeys) {
        var directory = journeys.directory();
        var all = new ArrayList<String>();
        all.add(directory.accountName() + " " + journeys.settings() + " " + journeys.ruleSet());
        journeys.ruleSets().all().forEach(made -> all.add(made.toString()));
        directory.campaigns().forEach(campaign -> all.add(campaign + " " + directory.assets(campaign.number())));
        for (var asset = 0; asset < journeys.catalog().assets(); asset++)
            all.add(directory.asset(asset).toString());
        for (var contact = 0; contact < journeys.contacts(); contact++) {
            var dealsOf = new ArrayList<Integer>();
            for (var deal : journeys.dealsOf(contact)) dealsOf.add(deal);
            all.add(directory.contact(contact) + " " + dealsOf);
        }
        for (var deal = 0; deal < journeys.deals(); deal++)
            all.add(directory.deal(deal).toString());
        for (var number = 0; number < journeys.arrivals().size(); number++)
            all.add(journeys.arrivals().get(number).toString());
        return all;
    }
}
