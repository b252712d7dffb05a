package tributary.command.history;

/// Cuts a body into lines.
interface LineSplitter {
    /// Clears the lines and fills them with the next ones.
    ///
    /// @return whether there may be more after these
    boolean fill(RawLines lines);
}
