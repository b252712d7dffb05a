package tributary.query.figures;

import java.util.Arrays;
import java.util.Optional;

/// The lists of contacts behind the metrics, under the names of docs/api.md section 6, and what their `at` is
/// (D-52).
public enum ContactList {
    /// `at`: creation.
    FIRST_TOUCH("contactFirstTouch"),
    /// `at`: creation.
    LAST_TOUCH("contactLastTouch"),
    /// `at`: influencedAt.
    INFLUENCED("influencedContacts"),
    /// `at`: the first act that qualifies; in the range is a won deal's effective close date.
    REVENUE("revenueContacts");

    private final String word;

    ContactList(String word) {
        this.word = word;
    }

    /// The name in the API.
    public String word() {
        return word;
    }

    /// The list of this name in the API, if there is one.
    public static Optional<ContactList> of(String word) {
        return Arrays.stream(values()).filter(list -> list.word.equals(word)).findFirst();
    }
}
