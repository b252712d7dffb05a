package tributary.query.figures;

import java.util.Arrays;
import java.util.Optional;

/// What is counted for a campaign and account-wide (docs/rules.md), under the names of docs/api.md section 6.
public enum Metric {
    SESSIONS("sessions", false),
    NEW_CONTACTS_FIRST_TOUCH("newContactsFirstTouch", false),
    NEW_CONTACTS_LAST_TOUCH("newContactsLastTouch", false),
    INFLUENCED_CONTACTS("influencedContacts", false),
    /// Revenue as a count of contacts; not additive over ranges (REV-5).
    REVENUE_CONTACTS("revenueContacts", false),
    CLOSED_DEALS("closedDeals", false),
    INFLUENCED_REVENUE("influencedRevenue", true),
    /// Depends on the credit model.
    ATTRIBUTED_REVENUE("attributedRevenue", true),
    UNIQUE_INFLUENCES("uniqueInfluences", false),
    /// Rule set `2024-11`, in place of revenue contacts: attributed revenue, always linear (D-36).
    REVENUE("revenue", true);

    private final String word;
    private final boolean money;

    Metric(String word, boolean money) {
        this.word = word;
        this.money = money;
    }

    /// The name in the API.
    public String word() {
        return word;
    }

    /// Whether it is minor units of the account's currency; otherwise it is a count.
    public boolean money() {
        return money;
    }

    /// The metric of this name in the API, if there is one.
    public static Optional<Metric> of(String word) {
        return Arrays.stream(values())
                .filter(metric -> metric.word.equals(word))
                .findFirst();
    }
}
