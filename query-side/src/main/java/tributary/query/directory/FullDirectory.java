package tributary.query.directory;

import java.util.Optional;

/// A directory that also finds contacts and deals of which no figures tell. Only who has an account's journeys has it.
public interface FullDirectory extends Directory {
    /// Another number after each fact about campaigns and assets.
    long version();

    Optional<ContactEntry> contact(String id);

    ContactEntry contact(int number);

    Optional<DealEntry> deal(String id);
}
