package tributary.attribution.twin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tributary.attribution.twin.Findings.DealFound;

/// What a won deal counts for (docs/rules.md).
record Wins(Account account, Rates rates, People people, Matching matching, Findings found, List<Act> credited) {
    DealFound judge(Deals.DealNow deal) {
        var wonAt = deal.wonAt();
        var contacts = new TreeSet<String>();
        for (var held : deal.contacts()) if (held.at(wonAt)) contacts.add(held.contact()); // DEAL-3
        var amount = amount(deal, account, rates);
        var win = new DealFound(
                wonAt,
                deal.closeDay(account),
                amount.orElse(0L), // IREV-2, D-43
                contacts,
                influencedBy(contacts, wonAt),
                revenueContacts(contacts, wonAt),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
        if (amount.isPresent() && !contacts.isEmpty()) // ATT-3
        for (var model : Credit.MODELS) attribute(win, deal, amount.get(), model);
        return win;
    }

    /// In the account's currency; empty without amount, and without any rate (D-43).
    static Optional<Long> amount(Deals.DealNow deal, Account account, Rates rates) {
        var amount = deal.properties().get("amount");
        if (amount == null) return Optional.empty();
        var currency = deal.properties().getOrDefault("currency", account.currency());
        return rates.on(deal.closeDay(account), currency, account)
                .map(rate -> new BigDecimal(amount)
                        .multiply(rate)
                        .setScale(account.digits(), RoundingMode.HALF_UP)
                        .unscaledValue()
                        .longValueExact());
    }

    /// DEAL-2: influenced before the win, strictly.
    private Map<String, Set<String>> influencedBy(Set<String> contacts, Instant wonAt) {
        var by = new TreeMap<String, Set<String>>();
        found.pairs().forEach((pair, at) -> {
            if (contacts.contains(pair.contact()) && at.isBefore(wonAt))
                by.computeIfAbsent(pair.campaign(), _ -> new TreeSet<>()).add(pair.contact());
        });
        return by;
    }

    /// REV-4.
    private Map<String, Set<String>> revenueContacts(Set<String> contacts, Instant wonAt) {
        var by = new TreeMap<String, Set<String>>();
        found.revenueSince()
                .forEach((campaign, since) -> since.forEach((contact, at) -> {
                    if (contacts.contains(contact) && at.isBefore(wonAt))
                        by.computeIfAbsent(campaign, _ -> new TreeSet<>()).add(contact);
                }));
        return by;
    }

    /// ATT-4, ATT-7, DEC-14, D-23, D-45.
    private void attribute(DealFound win, Deals.DealNow deal, long amount, String model) {
        var path = Path.of(credited, people, win.contacts(), deal.createdAt(), win.wonAt());
        var attributed = new TreeMap<String, Long>();
        var unattributed = path.acts().isEmpty() ? amount : 0;
        var parts = path.acts().isEmpty() ? new long[0] : Credit.parts(amount, path, model);
        for (var i = 0; i < parts.length; i++) {
            var campaigns = new TreeSet<String>();
            for (var match : matching.of(path.acts().get(i))) campaigns.add(match.campaign());
            if (campaigns.isEmpty()) unattributed += parts[i];
            else campaigns.add(Figures.ACCOUNT);
            for (var campaign : campaigns) attributed.merge(campaign, parts[i], Long::sum);
        }
        win.attributed().put(model, attributed);
        win.unattributed().put(model, unattributed);
        win.total().put(model, amount);
    }
}
