package tributary.query.cluster;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a node does.
public enum Role {
    /// Everything.
    ALL(true, true),
    /// Takes what is sent; has no journeys, and so needs little memory.
    COMMAND(true, false),
    /// Answers reports from the journeys of its segments.
    QUERY(false, true);

    private final boolean writes;
    private final boolean answers;

    Role(boolean writes, boolean answers) {
        this.writes = writes;
        this.answers = answers;
    }

    /// Whether it takes writes of clients.
    public boolean writes() {
        return writes;
    }

    /// Whether it holds journeys.
    public boolean answers() {
        return answers;
    }

    /// In the form in which users write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> find(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /// All words there are, as a text.
    public static String words() {
        return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
    }
}
