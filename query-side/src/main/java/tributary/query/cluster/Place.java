package tributary.query.cluster;

import java.util.function.Supplier;

/// What a process is told of its place among others.
///
/// @param shared whether there may be other processes on the same facts
/// @param address where others reach it; asked for once it listens there
public record Place(Role role, boolean shared, Supplier<String> address) {
    /// One process for everything.
    public static final Place ALONE = new Place(Role.ALL, false, () -> "");
}
