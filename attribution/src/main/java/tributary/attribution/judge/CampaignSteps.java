package tributary.attribution.judge;

import java.util.function.IntConsumer;
import tributary.attribution.journey.Catalog;
import tributary.attribution.journey.Deal;

/// Which campaigns a deal's contacts, or one contact alone, met one after the other: each interaction of the path
/// is a step on each living campaign it belongs to (ATT-7), on several in order of their ids; one that belongs to
/// none is no step. Reusable; one per thread.
public final class CampaignSteps {
    private final Catalog catalog;
    private final DealContacts dealContacts;
    private final DealPath path;
    private final CampaignSet matched;

    public CampaignSteps(Premises premises) {
        catalog = premises.catalog();
        dealContacts = new DealContacts(premises.rules().dealSnapshot());
        path = new DealPath(premises);
        matched = new CampaignSet(catalog.campaigns());
    }

    /// Gives the steps of the path of a deal that is won, of the same contacts and interactions as its credit.
    public void ofDeal(Deal deal, DealPeople people, IntConsumer out) {
        var contacts = contacts(deal);
        path.gather(deal, deal.wonAt(), contacts.array(), contacts.size(), people);
        for (var place = 0; place < path.length(); place++) tell(place, out);
    }

    /// Gives the steps that a contact took from one instant to before another, both in microseconds since 1970 UTC,
    /// whatever they led to.
    public void ofContact(int contact, long fromMicros, long untilMicros, DealPeople people, IntConsumer out) {
        path.gather(contact, people);
        for (var place = 0; place < path.length(); place++) {
            var at = path.touches(place).at(path.row(place));
            if (at >= fromMicros && at < untilMicros) tell(place, out);
        }
    }

    /// The contacts of a deal that is won; good until the next call.
    public DealContacts contacts(Deal deal) {
        dealContacts.fill(deal, deal.wonAt());
        return dealContacts;
    }

    private void tell(int place, IntConsumer out) {
        matched.clear();
        path.campaigns(place, matched);
        if (matched.size() > 1) sortById();
        for (var i = 0; i < matched.size(); i++) out.accept(matched.get(i));
    }

    /// There are two or three, seldom more.
    private void sortById() {
        var members = matched.members();
        for (var i = 1; i < matched.size(); i++) {
            var campaign = members[i];
            var into = i;
            for (; into > 0 && isAfter(members[into - 1], campaign); into--) members[into] = members[into - 1];
            members[into] = campaign;
        }
    }

    private boolean isAfter(int campaignA, int campaignB) {
        return catalog.campaignId(campaignA).compareTo(catalog.campaignId(campaignB)) > 0;
    }
}
