package tributary.events;

import java.time.Instant;

/// One act of a visitor or contact, as it arrived: never the campaign or session it seems to belong to. Every
/// component but `at` and `kind` may be absent (`null`).
///
/// @param at when it happened, to the microsecond
/// @param visitor token of the browser
/// @param contact who acted, when the sender named a contact or an address; the address was resolved when recording
/// @param byAddress whether the sender named the contact by an address: such an act can be the contact's creation
/// (D-1)
/// @param asset for a page view the page, for a submission the form, …
/// @param page where a submission or CTA act happened
/// @param origin how the session begun by this hit arrived
/// @param line the sender's id of the line, which made it once-only
public record Interaction(
        Instant at,
        InteractionKind kind,
        String visitor,
        ContactId contact,
        boolean byAddress,
        Asset asset,
        Asset page,
        String url,
        String referrer,
        String keyword,
        Origin origin,
        Bot bot,
        String title,
        String line) {
    public Interaction {
        Blank.refuseMissing(at, "the instant of an interaction");
        Blank.refuseMissing(kind, "the kind of an interaction");
    }
}
