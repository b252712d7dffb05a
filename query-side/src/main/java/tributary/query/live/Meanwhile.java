package tributary.query.live;

import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.store.Facts;

/// Whether an account that no node has ready must be waited for.
public final class Meanwhile {
    private final Facts facts;
    private final PublishedReports published;

    Meanwhile(Facts facts, PublishedReports published) {
        this.facts = facts;
        this.published = published;
    }

    /// Whether what is published of an account includes every fact that is recorded.
    public boolean isAllPublished(AccountId account) {
        try {
            var position = published.position(account);
            return position.isPresent() && !facts.mayHaveMore(account, position.getAsLong());
        } catch (Refusal.Busy _) {
            return false;
        }
    }
}
