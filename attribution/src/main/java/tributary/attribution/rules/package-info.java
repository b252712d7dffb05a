/// Rules as values: a rule set holds every constant of judgement that a user may want changed, documented.
package tributary.attribution.rules;
