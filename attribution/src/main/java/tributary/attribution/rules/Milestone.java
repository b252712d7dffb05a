package tributary.attribution.rules;

/// Places of a path that a model may favour (docs/rules.md).
public enum Milestone {
    /// The earliest interaction.
    FIRST,
    /// The last one before the oldest contact became a contact.
    LEAD,
    /// The last one before the deal was created.
    DEAL,
    /// The last one before the win.
    CLOSE
}
