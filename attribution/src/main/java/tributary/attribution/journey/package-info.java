/// Journeys: what people did, packed by person and time, and what campaigns held when. They hold what arrived,
/// never a verdict.
package tributary.attribution.journey;
