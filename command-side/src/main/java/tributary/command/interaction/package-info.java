/// Interactions: read by a quick way of their own, since nearly every line is one, and recorded in batches.
package tributary.command.interaction;
