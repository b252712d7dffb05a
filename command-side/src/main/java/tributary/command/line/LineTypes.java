package tributary.command.line;

import java.util.Map;
import java.util.function.BiConsumer;

/// The types of line that one part of the business takes, and how.
public interface LineTypes {
    /// What is done with a line, by its type (`campaign.create`).
    Map<String, BiConsumer<Line, Desk>> byType();

    /// The aggregate that their commands are for.
    Class<?> aggregate();
}
