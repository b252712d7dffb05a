package tributary.query.journey;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/// What facts touched since it was last asked for: strands, persons, deals, or what campaigns hold.
final class Marks {
    private boolean everything = true;
    private boolean allDeals;
    private final Numbers strands = new Numbers();
    private final Numbers persons = new Numbers();
    private final Numbers deals = new Numbers();
    private final BitSet assets = new BitSet();
    private final BitSet urls = new BitSet();
    private final Set<String> utms = new HashSet<>();
    private final Set<String> keywords = new HashSet<>();

    /// From here on nothing else need be remembered.
    void everything() {
        clear();
        everything = true;
    }

    boolean isEverything() {
        return everything;
    }

    void clear() {
        everything = false;
        allDeals = false;
        strands.clear();
        persons.clear();
        deals.clear();
        assets.clear();
        urls.clear();
        utms.clear();
        keywords.clear();
    }

    void strand(int strand) {
        if (!everything) strands.add(strand);
    }

    void person(int person) {
        if (!everything) persons.add(person);
    }

    void deal(int deal) {
        if (!everything) deals.add(deal);
    }

    /// What deals depend on changed: those that are others now must be found.
    void allDeals() {
        allDeals = true;
    }

    /// Something about the asset changed that touches with it may be judged by.
    void asset(int asset) {
        if (!everything) assets.set(asset);
    }

    void url(int url) {
        if (!everything) urls.set(url);
    }

    /// @param folded as in arrivals
    void utm(String folded) {
        if (!everything && !folded.isEmpty()) utms.add(folded);
    }

    /// @param folded as in arrivals
    void keyword(String folded) {
        if (!everything && !folded.isEmpty()) keywords.add(folded);
    }

    Numbers strands() {
        return strands;
    }

    Numbers persons() {
        return persons;
    }

    Numbers deals() {
        return deals;
    }

    boolean areAllDeals() {
        return allDeals;
    }

    boolean isCatalogTouched() {
        return !assets.isEmpty() || !urls.isEmpty() || !utms.isEmpty() || !keywords.isEmpty();
    }

    BitSet assets() {
        return assets;
    }

    BitSet urls() {
        return urls;
    }

    Set<String> utms() {
        return utms;
    }

    Set<String> keywords() {
        return keywords;
    }
}
