/// Accepts intentions, guards invariants, publishes facts. Packages are named after the business; `line` holds what
/// they share, `history` takes requests apart and runs them.
package tributary.command;
