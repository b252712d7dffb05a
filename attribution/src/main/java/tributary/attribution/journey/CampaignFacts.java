package tributary.attribution.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What was said about one campaign, and everything it ever had, which changes when the campaign comes or goes.
final class CampaignFacts {
    static final long NEVER = Long.MAX_VALUE;

    private final List<CatalogFact.UtmChanged> utmChanges = new ArrayList<>();
    private final TreeSet<Integer> assets = new TreeSet<>();
    private final TreeSet<Integer> utms = new TreeSet<>();
    private final TreeSet<Integer> keywords = new TreeSet<>();
    private long createdAt = NEVER;
    private CatalogFact.Deleted deleted;

    void created(CatalogFact.Created created) {
        createdAt = Math.min(createdAt, created.at());
    }

    void deleted(CatalogFact.Deleted again) {
        if (deleted == null || CatalogFact.IN_TIME.compare(again, deleted) < 0) deleted = again;
    }

    void utmChanged(CatalogFact.UtmChanged changed) {
        CatalogFact.insert(utmChanges, changed);
    }

    /// Every fact about campaign number `campaign`, which this is, that says more than the others.
    void each(int campaign, Consumer<CatalogFact> out) {
        if (createdAt != NEVER) out.accept(new CatalogFact.Created(campaign, createdAt, 0));
        utmChanges.forEach(out);
        if (deleted != null) out.accept(deleted);
    }

    long createdAt() {
        return createdAt;
    }

    boolean living() {
        return createdAt != NEVER && deleted == null;
    }

    /// Whether the campaign was deleted before something else happened.
    boolean isDeletedBefore(CatalogFact fact) {
        return deleted != null && CatalogFact.IN_TIME.compare(deleted, fact) < 0;
    }

    /// Until when what the campaign never gave away is its own.
    long end() {
        return deleted == null ? Holdings.OPEN : deleted.at();
    }

    /// In order of time.
    List<CatalogFact.UtmChanged> utmChanges() {
        return utmChanges;
    }

    /// Every asset it was ever associated with; of keywords there is [#keywords].
    TreeSet<Integer> assets() {
        return assets;
    }

    /// Every folded UTM value it ever had, by number.
    TreeSet<Integer> utms() {
        return utms;
    }

    /// Every folded keyword it was ever associated with, by number.
    TreeSet<Integer> keywords() {
        return keywords;
    }
}
