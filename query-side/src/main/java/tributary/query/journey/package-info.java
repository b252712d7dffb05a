/// Journeys: the facts of one account arranged by person and deal, in packed columns, and never judged.
package tributary.query.journey;
