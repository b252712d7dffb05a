package tributary.attribution.explain;

import tributary.attribution.Kind;

/// An act that an explanation speaks of.
///
/// @param at microseconds since 1970 UTC
/// @param contact who acted (number of the surviving contact), or [Touches#NONE]
/// @param asset number of the asset; of a page view the page, also when only its URL was sent; or [Touches#NONE]
/// @param page number of the page it happened on, also when only its URL was sent; or [Touches#NONE]
/// @param position of its fact in the event store, and `line` the place within the batch: where its texts are
public record Act(long at, Kind kind, int contact, int asset, int page, int position, int line) {}
