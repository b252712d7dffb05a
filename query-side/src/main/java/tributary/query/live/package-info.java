/// Keeping the figures of each account current: folding facts, judging what changed, answering reports that have
/// waited for their facts.
package tributary.query.live;
