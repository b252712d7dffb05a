package tributary.standalone.cli;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The metrics in the order in which we show them, with the words marketers use. Not all are there in every tier
/// and rule set.
enum Metric {
    SESSIONS("sessions", "Sessions", "Sessions"),
    NEW_CONTACTS_FIRST_TOUCH("newContactsFirstTouch", "New contacts (first touch)", "First touch"),
    NEW_CONTACTS_LAST_TOUCH("newContactsLastTouch", "New contacts (last touch)", "Last touch"),
    INFLUENCED_CONTACTS("influencedContacts", "Influenced contacts", "Influenced"),
    REVENUE_CONTACTS("revenueContacts", "Revenue (contacts)", "Revenue (contacts)"),
    REVENUE("revenue", "Revenue", "Revenue"),
    CLOSED_DEALS("closedDeals", "Closed deals", "Closed deals"),
    INFLUENCED_REVENUE("influencedRevenue", "Influenced revenue", "Influenced revenue"),
    ATTRIBUTED_REVENUE("attributedRevenue", "Attributed revenue", "Attributed revenue"),
    UNIQUE_INFLUENCES("uniqueInfluences", "Unique influences", "Influences");

    private final String field;
    private final String label;
    private final String head;

    Metric(String field, String label, String head) {
        this.field = field;
        this.label = label;
        this.head = head;
    }

    /// Its name in the API.
    String field() {
        return field;
    }

    String label() {
        return label;
    }

    /// The same, shorter: over a column.
    String head() {
        return head;
    }

    /// Those that an answer has.
    static List<Metric> of(JsonNode answer) {
        return Stream.of(values()).filter(metric -> answer.has(metric.field)).toList();
    }
}
