package tributary.query.figures;

/// A figure of one day that is not what it was.
///
/// @param series the metric's name in the API
/// @param model number, or [#NO_MODEL]
/// @param campaign number, or [Figures#ACCOUNT]
/// @param day since 1970 in the account's zone, or [#NO_DAY]
public record Difference(String series, int model, int campaign, long day, long before, long after) {
    /// In place of a model: the figure depends on none.
    public static final int NO_MODEL = -1;

    /// In place of a day: the figure is of no single one.
    public static final long NO_DAY = Long.MIN_VALUE;
}
