package tributary.query.report;

import tributary.attribution.explain.Reason;

/// A reason as answers tell it.
///
/// @param rule id such as `INFL-2` (docs/rules.md)
/// @param detail the rule in a sentence
record Because(String rule, String detail) {
    static Because of(Reason reason) {
        return new Because(reason.rule(), reason.sentence());
    }
}
