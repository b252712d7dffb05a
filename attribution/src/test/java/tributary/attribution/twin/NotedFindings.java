package tributary.attribution.twin;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import tributary.attribution.journey.Person;
import tributary.attribution.journey.Touches;
import tributary.attribution.judge.CampaignMoments;
import tributary.attribution.judge.ContactFindings;
import tributary.attribution.judge.PersonFindings;

/// Writes down what the judge tells about persons; what must be told once is refused when told twice.
final class NotedFindings implements PersonFindings, ContactFindings {
    private final Findings found;
    private final FoldedCatalog catalog;
    private final Numbers contacts;
    private String contact;

    NotedFindings(Findings found, FoldedCatalog catalog, Numbers contacts) {
        this.found = found;
        this.catalog = catalog;
        this.contacts = contacts;
    }

    void about(Person person) {
        contact = person.contact() == Touches.NONE ? null : contacts.text(person.contact());
        if (contact != null)
            found.created().put(contact, Micros.at(person.creation().atMicros()));
    }

    @Override
    public void session(long startedAt, int[] campaigns, int count) {
        var names = new TreeSet<String>();
        Arrays.stream(campaigns, 0, count).forEach(campaign -> once(names.add(campaign(campaign))));
        found.sessions().add(new Findings.SessionFound(Micros.at(startedAt), names));
    }

    @Override
    public void firstTouch(int campaign) {
        once(!found.firstTouch()
                .getOrDefault(campaign(campaign), new TreeSet<>())
                .contains(contact));
        found.firstTouch(campaign(campaign), contact);
    }

    @Override
    public void lastTouch(int campaign) {
        once(!found.lastTouch()
                .getOrDefault(campaign(campaign), new TreeSet<>())
                .contains(contact));
        found.lastTouch(campaign(campaign), contact);
    }

    @Override
    public void influence(int campaign, int key, long at) {
        var pair = new Findings.Pair(campaign(campaign), contact, catalog.name(key));
        once(found.pairs().putIfAbsent(pair, Micros.at(at)) == null);
    }

    @Override
    public void revenueSince(int campaign, long at) {
        once(!found.revenueSince().getOrDefault(campaign(campaign), Map.of()).containsKey(contact));
        found.revenue(campaign(campaign), contact, Micros.at(at));
    }

    @Override
    public void influencedSince(int contact, CampaignMoments into) {
        var name = contacts.text(contact);
        for (var campaign : new TreeSet<>(
                found.pairs().keySet().stream().map(Findings.Pair::campaign).toList())) {
            var at = found.influencedAt(campaign, name);
            if (at != null) into.take(catalog.history.campaign(campaign), Micros.of(at));
        }
    }

    @Override
    public void revenueSince(int contact, CampaignMoments into) {
        found.revenueSince().forEach((campaign, since) -> {
            var at = since.get(contacts.text(contact));
            if (at != null) into.take(catalog.history.campaign(campaign), Micros.of(at));
        });
    }

    private String campaign(int campaign) {
        return catalog.history.campaignId(campaign);
    }

    private static void once(boolean isFirst) {
        if (!isFirst) throw new AssertionError("told twice");
    }
}
