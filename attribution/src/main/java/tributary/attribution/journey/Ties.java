package tributary.attribution.journey;

/// The last word between touches that are equal in time, kind, asset and page (D-10): their URL, visitor, contact
/// and line id, as texts that packed touches do not hold.
@FunctionalInterface
public interface Ties {
    /// Negative when row `rowA` of `a` comes before row `rowB` of `b`, positive when after.
    int compare(Touches a, int rowA, Touches b, int rowB);
}
