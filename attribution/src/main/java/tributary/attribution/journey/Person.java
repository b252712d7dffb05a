package tributary.attribution.journey;

import tributary.attribution.Kind;

/// A unit of judgement: a contact with all strands that hold touches of theirs, or a browser that nobody was
/// identified in. A cursor over journeys.
public interface Person {
    /// Number of the (surviving) contact, or [Touches#NONE] for an unidentified browser.
    int contact();

    /// Whether this number is the contact, or was merged into it: touches keep the number their sender named.
    default boolean is(int contact) {
        return contact == contact();
    }

    int strands();

    /// Points `into` at one of the strands.
    void strand(int index, Strand into);

    /// Whether sessions of this strand are counted with this person. A browser shared by several contacts is a
    /// strand of each of them, and home to one.
    boolean isHome(int index);

    /// How the contact came to be: the earliest act or `contact.create` carrying its address (D-1).
    Creation creation();

    /// The earliest creation of a contact.
    ///
    /// @param atMicros when
    /// @param by how
    /// @param kind of the act, when `by` is an act; its place in the store is `position` and `line`
    /// @param strand number of the strand in which a submission, or the identified browser's, lies; else
    /// [Touches#NONE]
    /// @param bot whether the act was flagged such that present settings may take it for no conversion (D-8):
    /// ordinal of the [tributary.attribution.Doubt]
    record Creation(long atMicros, By by, Kind kind, int strand, int position, int line, int bot) {
        /// In the order that decides among several at one instant (D-1).
        public enum By {
            SUBMISSION,
            IDENTIFICATION,
            OTHER_ACT,
            STATEMENT
        }
    }
}
