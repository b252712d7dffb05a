/// The side that answers: journeys folded from facts, figures judged from journeys, reports read from figures.
package tributary.query;
