/// A line of history as it arrived: how its fields are read, what is said when one is refused, and what a line may
/// do while it is taken.
package tributary.command.line;
