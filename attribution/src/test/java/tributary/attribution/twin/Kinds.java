package tributary.attribution.twin;

import java.util.List;

/// The kinds of interactions in the order of docs/api.md section 3.
final class Kinds {
    static final List<String> ALL = List.of(
            "PAGE_VIEW",
            "FORM_SUBMISSION",
            "FORM_VIEW",
            "EMAIL_DELIVERY",
            "EMAIL_OPEN",
            "EMAIL_CLICK",
            "CTA_VIEW",
            "CTA_CLICK",
            "CTA_SUBMISSION",
            "AD_CLICK",
            "SOCIAL_INTERACTION",
            "SOCIAL_CLICK",
            "WORKFLOW_ENROLLMENT",
            "LIST_ADDITION",
            "EVENT_REGISTRATION",
            "EVENT_ATTENDANCE",
            "EVENT_CANCELLATION",
            "EVENT_NO_SHOW",
            "CALL",
            "MEETING",
            "OTHER");

    private Kinds() {}
}
