package tributary.query.report;

import java.util.Arrays;
import java.util.List;
import tributary.attribution.journey.Tier;
import tributary.attribution.rules.RevenueMeaning;
import tributary.attribution.rules.RuleSet;
import tributary.query.figures.ContactList;
import tributary.query.figures.Metric;

/// Which metrics an account sees: those of its tier, as the rule set means them (TIER-1, D-36). The rest is absent
/// from answers, and refused when asked for by name (D-35).
record MetricsOnOffer(Tier tier, RuleSet rules) {
    List<Metric> metrics() {
        return Arrays.stream(Metric.values()).filter(this::offers).toList();
    }

    boolean offers(Metric metric) {
        return switch (metric) {
            case SESSIONS, NEW_CONTACTS_FIRST_TOUCH, NEW_CONTACTS_LAST_TOUCH, INFLUENCED_CONTACTS, UNIQUE_INFLUENCES ->
                true;
            case CLOSED_DEALS, INFLUENCED_REVENUE -> tier != Tier.ENTERPRISE;
            case REVENUE_CONTACTS -> tier != Tier.ENTERPRISE && rules.revenueMeaning() == RevenueMeaning.CONTACTS;
            case REVENUE -> tier != Tier.ENTERPRISE && rules.revenueMeaning() == RevenueMeaning.MONEY;
            case ATTRIBUTED_REVENUE -> tier != Tier.PROFESSIONAL;
        };
    }

    /// The figure that stands for revenue in ROI (D-49).
    Metric forRoi() {
        if (tier != Tier.PROFESSIONAL) return Metric.ATTRIBUTED_REVENUE;
        return offers(Metric.REVENUE) ? Metric.REVENUE : Metric.INFLUENCED_REVENUE;
    }

    Choice<Metric> metric() {
        return Choice.among("metric", "metric", metrics(), Metric::word).in(where());
    }

    Choice<ContactList> contactList() {
        var lists = Arrays.stream(ContactList.values())
                .filter(list -> list != ContactList.REVENUE || offers(Metric.REVENUE_CONTACTS))
                .toList();
        return Choice.among("list", "list of contacts", lists, ContactList::word)
                .in(where());
    }

    private String where() {
        return "in tier " + tier + " under rule set " + rules.name();
    }
}
