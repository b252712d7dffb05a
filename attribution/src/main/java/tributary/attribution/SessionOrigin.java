package tributary.attribution;

/// How the session begun by a hit arrived (SES-5).
public enum SessionOrigin {
    NONE,
    AD,
    CTA,
    WORKFLOW
}
