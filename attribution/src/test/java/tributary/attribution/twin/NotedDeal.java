package tributary.attribution.twin;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tributary.attribution.judge.DealFindings;
import tributary.attribution.rules.RuleSet;

/// Writes down what the judge tells about one deal.
final class NotedDeal implements DealFindings {
    private final Findings found;
    private final FoldedCatalog catalog;
    private final Numbers contacts;
    private final RuleSet rules;
    private final long amountMinor;
    private Findings.DealFound deal;

    NotedDeal(Findings found, FoldedCatalog catalog, Numbers contacts, RuleSet rules, long amountMinor) {
        this.found = found;
        this.catalog = catalog;
        this.contacts = contacts;
        this.rules = rules;
        this.amountMinor = amountMinor;
    }

    Optional<Findings.DealFound> found() {
        return Optional.ofNullable(deal);
    }

    @Override
    public void won(long wonAt, int closeDay, int[] contacts, int count) {
        deal = new Findings.DealFound(
                Micros.at(wonAt),
                LocalDate.ofEpochDay(closeDay),
                amountMinor,
                names(contacts, count),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    @Override
    public void closed(int campaign, int[] influencedBy, int count) {
        once(deal.influencedBy().put(campaign(campaign), names(influencedBy, count)) == null);
    }

    @Override
    public void revenueContact(int campaign, int contact) {
        var of = deal.revenueContacts().computeIfAbsent(campaign(campaign), _ -> new TreeSet<>());
        once(of.add(contacts.text(contact)));
    }

    @Override
    public void eligible(long amountMinor) {
        for (var named : rules.models()) {
            deal.attributed().put(named.name(), new TreeMap<>());
            deal.total().put(named.name(), amountMinor);
        }
    }

    @Override
    public void attributed(int model, int campaign, long minor) {
        once(deal.attributed().get(model(model)).put(campaign(campaign), minor) == null);
    }

    @Override
    public void credited(int model, long minor, long unattributedMinor) {
        deal.attributed().get(model(model)).put(Figures.ACCOUNT, minor);
        deal.unattributed().put(model(model), unattributedMinor);
    }

    private Set<String> names(int[] numbers, int count) {
        var names = new TreeSet<String>();
        Arrays.stream(numbers, 0, count).forEach(number -> once(names.add(contacts.text(number))));
        return names;
    }

    private String model(int model) {
        return rules.models().get(model).name();
    }

    private String campaign(int campaign) {
        return catalog.history.campaignId(campaign);
    }

    private static void once(boolean isFirst) {
        if (!isFirst) throw new AssertionError("told twice");
    }
}
