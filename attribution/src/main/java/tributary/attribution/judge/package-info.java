/// Judging a person's touches and a deal's path under a rule set: pure, without clock, text or memory of its own.
package tributary.attribution.judge;
