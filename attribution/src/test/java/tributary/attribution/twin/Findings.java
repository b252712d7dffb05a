package tributary.attribution.twin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What judging found in a history, in comparable pieces: what the twin and the judge must agree on.
///
/// @param sessions those that count for a campaign
/// @param firstTouch contacts of each campaign (NCF), and `lastTouch` likewise (NCL)
/// @param created when each contact was
/// @param pairs the first influence of each (campaign, contact, asset) (UMI)
/// @param revenueSince the first act that can make a revenue contact, by campaign and contact (REV-1)
record Findings(
        List<SessionFound> sessions,
        Map<String, Set<String>> firstTouch,
        Map<String, Set<String>> lastTouch,
        Map<String, Instant> created,
        Map<Pair, Instant> pairs,
        Map<String, Map<String, Instant>> revenueSince,
        Map<String, DealFound> deals) {
    Findings() {
        this(
                new ArrayList<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /// Brings what has no order of its own into one, so that two of these can be compared.
    Findings sorted() {
        for (var deal : deals.values())
            for (var parts : deal.attributed().values()) parts.values().removeIf(part -> part == 0);
        sessions.sort(java.util.Comparator.comparing(SessionFound::start)
                .thenComparing(it -> it.campaigns().toString()));
        return this;
    }

    /// All of it, one piece a line.
    List<String> pieces() {
        var pieces = new ArrayList<String>();
        sessions.forEach(session -> pieces.add(session.toString()));
        firstTouch.forEach((campaign, contacts) -> contacts.forEach(it -> pieces.add("first " + campaign + " " + it)));
        lastTouch.forEach((campaign, contacts) -> contacts.forEach(it -> pieces.add("last " + campaign + " " + it)));
        created.forEach((contact, at) -> pieces.add("created " + contact + " " + at));
        pairs.forEach((pair, at) -> pieces.add(pair + " " + at));
        revenueSince.forEach((campaign, since) -> pieces.add("revenue since " + campaign + " " + since));
        deals.forEach((id, deal) -> pieces.addAll(deal.pieces(id)));
        return pieces;
    }

    void firstTouch(String campaign, String contact) {
        firstTouch.computeIfAbsent(campaign, _ -> new TreeSet<>()).add(contact);
    }

    void lastTouch(String campaign, String contact) {
        lastTouch.computeIfAbsent(campaign, _ -> new TreeSet<>()).add(contact);
    }

    void influence(String campaign, String contact, String key, Instant at) {
        pairs.merge(new Pair(campaign, contact, key), at, Findings::earlier);
    }

    void revenue(String campaign, String contact, Instant at) {
        revenueSince.computeIfAbsent(campaign, _ -> new TreeMap<>()).merge(contact, at, Findings::earlier);
    }

    /// influencedAt (docs/rules.md): the earliest over the pairs, or `null`.
    Instant influencedAt(String campaign, String contact) {
        return pairs.entrySet().stream()
                .filter(entry -> entry.getKey().campaign().equals(campaign)
                        && entry.getKey().contact().equals(contact))
                .map(Map.Entry::getValue)
                .min(Instant::compareTo)
                .orElse(null);
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    record SessionFound(Instant start, Set<String> campaigns) {}

    /// @param key TYPE/ID of the (pseudo-)asset
    record Pair(String campaign, String contact, String key) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return toString().compareTo(other.toString());
        }
    }

    /// A deal that stands as won.
    ///
    /// @param amountMinor in the account's currency, 0 if there is none or it cannot be converted
    /// @param contacts associated at the win (DEAL-3)
    /// @param influencedBy contacts who make it a closed deal, by campaign (DEAL-1 to DEAL-3)
    /// @param revenueContacts by campaign (REV-1, REV-4)
    /// @param attributed minor units by model and campaign; account-wide under [Figures#ACCOUNT]; empty if not
    /// eligible
    /// @param unattributed by model, and `total` likewise
    record DealFound(
            Instant wonAt,
            LocalDate closeDay,
            long amountMinor,
            Set<String> contacts,
            Map<String, Set<String>> influencedBy,
            Map<String, Set<String>> revenueContacts,
            Map<String, Map<String, Long>> attributed,
            Map<String, Long> unattributed,
            Map<String, Long> total) {
        List<String> pieces(String id) {
            var pieces = new ArrayList<String>();
            pieces.add(id + " won " + wonAt + " closed " + closeDay + " amount " + amountMinor + " of " + contacts);
            pieces.add(id + " influenced " + influencedBy);
            pieces.add(id + " revenue contacts " + revenueContacts);
            attributed.forEach((model, parts) -> pieces.add(id + " " + model + " " + parts));
            pieces.add(id + " unattributed " + unattributed);
            pieces.add(id + " total " + total);
            return pieces;
        }
    }
}
