/// The slow, obvious twin of the judgement, and the random histories on which both must agree. It shares no code
/// with the judge: it was written from docs/rules.md alone, with texts and plain lists, whatever that costs.
package tributary.attribution.twin;
