package tributary.events;

/// What someone did. The order is that of docs/api.md section 3 and decides among acts of one instant (D-10).
public enum InteractionKind {
    PAGE_VIEW,
    FORM_SUBMISSION,
    FORM_VIEW,
    EMAIL_DELIVERY,
    EMAIL_OPEN,
    EMAIL_CLICK,
    CTA_VIEW,
    CTA_CLICK,
    CTA_SUBMISSION,
    AD_CLICK,
    SOCIAL_INTERACTION,
    SOCIAL_CLICK,
    WORKFLOW_ENROLLMENT,
    LIST_ADDITION,
    EVENT_REGISTRATION,
    EVENT_ATTENDANCE,
    EVENT_CANCELLATION,
    EVENT_NO_SHOW,
    CALL,
    MEETING,
    OTHER
}
