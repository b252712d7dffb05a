package tributary.command.line;

/// What became of one line when it was read, before anything was decided: an interaction, another line, or none at
/// all.
public interface Parsed {
    /// The sender's id of the line, or `null`: what makes it once-only.
    String id();
}
