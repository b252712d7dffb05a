package tributary.command.line;

import tributary.events.Refusal;

/// A line that was refused when it was read.
public record Unreadable(Refusal refusal) implements Parsed {
    @Override
    public String id() {
        return null;
    }
}
