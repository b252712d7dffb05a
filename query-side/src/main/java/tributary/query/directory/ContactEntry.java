package tributary.query.directory;

import java.time.Instant;
import java.util.Optional;
import tributary.events.ContactEvent.Source;

/// A contact as it stands at present; nothing personal.
///
/// @param survivor number of the contact it was merged into, else its own
/// @param createdAt the creation that counts (D-1)
/// @param source as said by a `contact.create` or a change; empty when an act created it and nothing was said
public record ContactEntry(
        int number,
        String id,
        Status status,
        int survivor,
        Instant createdAt,
        Optional<Source> source,
        Optional<String> lifecycleStage) {
    /// How a contact stands (D-6).
    public enum Status {
        LIVING,
        DELETED,
        ERASED,
        MERGED
    }
}
