/// Figures: what judging found, counted by campaign and day, with the contributions of each person and deal beside
/// it.
package tributary.query.figures;
