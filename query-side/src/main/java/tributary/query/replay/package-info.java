/// Replays: building figures anew beside the old, comparing, and swapping in one step.
package tributary.query.replay;
