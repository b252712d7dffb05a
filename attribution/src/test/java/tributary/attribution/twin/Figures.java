package tributary.attribution.twin;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tributary.attribution.twin.Findings.DealFound;
import tributary.attribution.twin.Findings.Pair;

/// The metrics of a campaign, or account-wide (D-34), over days that are both included: counted one by one out of
/// findings.
record Figures(Findings findings, Account account) {
    /// In place of a campaign: all living ones, each person, session and deal once (D-34).
    static final String ACCOUNT = "(account)";

    static final LocalDate FROM = LocalDate.of(1970, 1, 1);
    static final LocalDate TO = LocalDate.of(2100, 12, 31);

    /// Days, both included (DATE-1).
    record Range(LocalDate from, LocalDate to) {
        static final Range ALL = new Range(FROM, TO);

        static Range day(LocalDate day) {
            return new Range(day, day);
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    long sessions(String campaign, Range range) {
        return findings.sessions().stream()
                .filter(it -> campaign.equals(ACCOUNT) || it.campaigns().contains(campaign))
                .filter(it -> range.holds(account.day(it.start())))
                .count();
    }

    /// NCF-5: by the contact's creation; D-52: ordered by it, then by id.
    List<String> firstTouch(String campaign, Range range) {
        return created(findings.firstTouch(), campaign, range);
    }

    List<String> lastTouch(String campaign, Range range) {
        return created(findings.lastTouch(), campaign, range);
    }

    private List<String> created(Map<String, Set<String>> touches, String campaign, Range range) {
        return listed(
                of(touches, campaign)
                        .flatMap(Collection::stream)
                        .distinct()
                        .collect(Collectors.toMap(
                                it -> it, it -> findings.created().get(it))),
                range);
    }

    /// INFL-3: those whose first influence lies in the range.
    List<String> influenced(String campaign, Range range) {
        var first = new HashMap<String, Instant>();
        findings.pairs().forEach((pair, at) -> {
            if (isOf(pair, campaign)) first.merge(pair.contact(), at, Findings::earlier);
        });
        return listed(first, range);
    }

    /// UMI-1, UMI-3, DEC-11: (contact, asset) pairs whose first influence lies in the range.
    Set<Pair> influences(String campaign, Range range) {
        var first = new TreeMap<Pair, Instant>();
        findings.pairs().forEach((pair, at) -> {
            if (isOf(pair, campaign))
                first.merge(new Pair(campaign, pair.contact(), pair.key()), at, Findings::earlier);
        });
        first.values().removeIf(at -> !range.holds(account.day(at)));
        return first.keySet();
    }

    /// UMI-1, D-33: the rows of `/influences`, by `asset`, `assetType` or `contact`.
    Map<String, Integer> influences(String campaign, String by, Range range) {
        var rows = new TreeMap<String, Set<String>>();
        for (var pair : influences(campaign, range)) {
            var key = by.equals("contact")
                    ? pair.contact()
                    : by.equals("asset") ? pair.key() : pair.key().split("/", 2)[0];
            rows.computeIfAbsent(key, _ -> new HashSet<>()).add(by.equals("contact") ? pair.key() : pair.contact());
        }
        var counts = new TreeMap<String, Integer>();
        rows.forEach((key, each) -> counts.put(key, each.size()));
        return counts;
    }

    /// DEAL-4: the deals of 2.7 by effective close date.
    Set<String> closedDeals(String campaign, Range range) {
        var closed = new TreeSet<String>();
        deals(range).forEach((id, deal) -> {
            if (of(deal.influencedBy(), campaign).anyMatch(by -> !by.isEmpty())) closed.add(id);
        });
        return closed;
    }

    /// IREV-1: each of them once, whole.
    long influencedRevenue(String campaign, Range range) {
        return closedDeals(campaign, range).stream()
                .mapToLong(id -> findings.deals().get(id).amountMinor())
                .sum();
    }

    /// REV-5: contacts with at least one of their won deals in the range; D-52: ordered by the first qualifying
    /// act.
    List<String> revenueContacts(String campaign, Range range) {
        var since = new HashMap<String, Instant>();
        for (var deal : deals(range).values())
            of(deal.revenueContacts(), campaign)
                    .flatMap(Set::stream)
                    .forEach(contact -> of(findings.revenueSince(), campaign)
                            .map(each -> each.get(contact))
                            .filter(java.util.Objects::nonNull)
                            .forEach(at -> since.merge(contact, at, Findings::earlier)));
        return listed(since, Range.ALL);
    }

    /// ATT-8.
    long attributed(String campaign, String model, Range range) {
        return deals(range).values().stream()
                .map(deal -> deal.attributed().getOrDefault(model, Map.of()))
                .mapToLong(parts -> parts.getOrDefault(campaign, 0L))
                .sum();
    }

    long unattributed(String model, Range range) {
        return deals(range).values().stream()
                .mapToLong(deal -> deal.unattributed().getOrDefault(model, 0L))
                .sum();
    }

    long total(String model, Range range) {
        return deals(range).values().stream()
                .mapToLong(deal -> deal.total().getOrDefault(model, 0L))
                .sum();
    }

    /// A metric by its name in the API (api.md section 6); money in units of the currency.
    BigDecimal metric(String name, String campaign, String model, Range range) {
        return switch (name) {
            case "sessions" -> BigDecimal.valueOf(sessions(campaign, range));
            case "newContactsFirstTouch" -> count(firstTouch(campaign, range));
            case "newContactsLastTouch" -> count(lastTouch(campaign, range));
            case "influencedContacts" -> count(influenced(campaign, range));
            case "revenueContacts" -> count(revenueContacts(campaign, range));
            case "closedDeals" -> count(closedDeals(campaign, range));
            case "uniqueInfluences" -> count(influences(campaign, range));
            case "influencedRevenue" -> new BigDecimal(money(influencedRevenue(campaign, range)));
            case "attributedRevenue" -> new BigDecimal(money(attributed(campaign, model, range)));
            case "revenue" -> new BigDecimal(money(attributed(campaign, "LINEAR", range))); // D-36
            default -> throw new IllegalArgumentException(name);
        };
    }

    /// A contact list by its name in the API.
    List<String> contacts(String kind, String campaign, Range range) {
        return switch (kind) {
            case "contactFirstTouch" -> firstTouch(campaign, range);
            case "contactLastTouch" -> lastTouch(campaign, range);
            case "influencedContacts" -> influenced(campaign, range);
            case "revenueContacts" -> revenueContacts(campaign, range);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static BigDecimal count(Collection<?> things) {
        return BigDecimal.valueOf(things.size());
    }

    /// An amount as the native API writes it.
    String money(long minor) {
        return BigDecimal.valueOf(minor, account.digits()).toPlainString();
    }

    private Map<String, DealFound> deals(Range range) {
        var in = new TreeMap<>(findings.deals());
        in.values().removeIf(deal -> !range.holds(deal.closeDay()));
        return in;
    }

    private static boolean isOf(Pair pair, String campaign) {
        return campaign.equals(ACCOUNT) || campaign.equals(pair.campaign());
    }

    private static <T> Stream<T> of(Map<String, T> byCampaign, String campaign) {
        return campaign.equals(ACCOUNT) ? byCampaign.values().stream() : Stream.ofNullable(byCampaign.get(campaign));
    }

    /// D-52: ordered by instant, then id.
    private List<String> listed(Map<String, Instant> moments, Range range) {
        return moments.entrySet().stream()
                .filter(entry -> range.holds(account.day(entry.getValue())))
                .sorted(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
