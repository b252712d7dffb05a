package tributary.attribution.explain;

import tributary.attribution.Kind;
import tributary.attribution.TrafficSource;
import tributary.attribution.journey.Touches;
import tributary.attribution.source.TrafficSources;

/// A touch with everything that explanations ask about it.
///
/// @param contact who acted, or [Touches#NONE]
/// @param mine whether the person looked at acted
/// @param human whether the bot filter lets it count (D-12)
/// @param visit whether it is a visit, or stands for one (D-14)
/// @param page number of the page, or [Touches#NONE]
/// @param session it belongs to; `null` outside one
record Step(
        Touches touches,
        int row,
        int strand,
        int contact,
        boolean mine,
        boolean human,
        boolean visit,
        int page,
        Sitting session) {
    long at() {
        return touches.at(row);
    }

    Kind kind() {
        return Kind.of(touches.kind(row));
    }

    /// The asset as sent, not of a page view; or [Touches#NONE].
    int asset() {
        var asset = touches.asset(row);
        return kind() == Kind.PAGE_VIEW || asset < 0 ? Touches.NONE : asset;
    }

    boolean is(int position, int line) {
        return touches.position(row) == position && touches.line(row) == line;
    }

    /// Of its session, or by its kind (T4, D-18).
    TrafficSource source() {
        return session != null ? session.source : TrafficSources.outsideSession(kind());
    }

    Act act() {
        return new Act(
                at(),
                kind(),
                contact,
                kind() == Kind.PAGE_VIEW ? page : asset(),
                page,
                touches.position(row),
                touches.line(row));
    }
}
