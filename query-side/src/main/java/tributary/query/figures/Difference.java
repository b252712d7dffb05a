package tributary.query.figures;

/// A figure of one day that is not what it was.
///
/// @param series the metric's name in the API; with the number of the model behind a point where one matters
/// @param campaign number, or [Figures#ACCOUNT]
/// @param day since 1970 in the account's zone
public record Difference(String series, int model, int campaign, long day, long before, long after) {
    /// In place of a model: the figure depends on none.
    public static final int NO_MODEL = -1;
}
