package tributary.attribution;

/// What someone did; the order decides among acts of one instant (D-10). The same names as the facts' kinds.
public enum Kind {
    PAGE_VIEW(true),
    FORM_SUBMISSION(true),
    FORM_VIEW(true),
    EMAIL_DELIVERY(false),
    EMAIL_OPEN(false),
    EMAIL_CLICK(false),
    CTA_VIEW(true),
    CTA_CLICK(true),
    CTA_SUBMISSION(true),
    AD_CLICK(false),
    SOCIAL_INTERACTION(false),
    SOCIAL_CLICK(false),
    WORKFLOW_ENROLLMENT(false),
    LIST_ADDITION(false),
    EVENT_REGISTRATION(false),
    EVENT_ATTENDANCE(false),
    EVENT_CANCELLATION(false),
    EVENT_NO_SHOW(false),
    CALL(false),
    MEETING(false),
    OTHER(true);

    private static final Kind[] ALL = values();

    private final boolean inBrowser;

    Kind(boolean inBrowser) {
        this.inBrowser = inBrowser;
    }

    /// Whether such an act happens in a browser and so belongs to a session (SES-2, docs/api.md section 3).
    public boolean inBrowser() {
        return inBrowser;
    }

    /// The kind with this ordinal.
    public static Kind of(int ordinal) {
        return ALL[ordinal];
    }
}
