package tributary.attribution.twin;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;

/// An interaction with what recording settled about it.
///
/// @param number in the order of recording
/// @param named the contact whom the sender named, by id or address, or `null`
record Act(int number, Line.Interaction line, String named) {
    /// D-10: kind (in the order of docs/api.md section 3), asset type, asset id, page type, page id, url, visitor,
    /// contact, line id; what is absent first.
    static final Comparator<Act> ORDER = comparing(Act::at)
            .thenComparing(act -> Kinds.ALL.indexOf(act.kind()))
            .thenComparing(act -> type(act.line.asset()), absentFirst())
            .thenComparing(act -> id(act.line.asset()), absentFirst())
            .thenComparing(act -> type(act.line.page()), absentFirst())
            .thenComparing(act -> id(act.line.page()), absentFirst())
            .thenComparing(act -> act.line.url(), absentFirst())
            .thenComparing(act -> act.line.visitor(), absentFirst())
            .thenComparing(Act::named, absentFirst())
            .thenComparing(act -> act.line.id(), absentFirst())
            .thenComparing(Act::number);

    private static final Set<String> IN_BROWSER =
            Set.of("PAGE_VIEW", "FORM_VIEW", "FORM_SUBMISSION", "CTA_VIEW", "CTA_CLICK", "CTA_SUBMISSION", "OTHER");

    Instant at() {
        return line.at();
    }

    String kind() {
        return line.kind();
    }

    boolean is(String... kinds) {
        for (var each : kinds) if (each.equals(line.kind())) return true;
        return false;
    }

    String visitor() {
        return line.visitor();
    }

    /// Acts in the browser keep a session alive; the rest happen elsewhere (api.md section 3).
    boolean inBrowser() {
        return IN_BROWSER.contains(line.kind());
    }

    /// A page view, or the token-less form submission that stands for one (SES-8, D-14).
    boolean isVisit() {
        return is("PAGE_VIEW") || is("FORM_SUBMISSION") && line.visitor() == null;
    }

    /// Whether it identifies its visitor as the contact it names (D-3).
    boolean identifies() {
        return is("FORM_SUBMISSION", "CTA_SUBMISSION") && line.visitor() != null && named != null;
    }

    private static Comparator<String> absentFirst() {
        return nullsFirst(naturalOrder());
    }

    private static String type(Thing thing) {
        return thing == null ? null : thing.type();
    }

    private static String id(Thing thing) {
        return thing == null ? null : thing.id();
    }
}
