package tributary.query.directory;

import java.time.Instant;
import java.util.Optional;

/// An asset that a campaign has or had.
///
/// @param associatedAt when it was associated first
/// @param removedAt when it was taken away last; empty while the campaign has it
public record AssociatedAsset(AssetEntry asset, Instant associatedAt, Optional<Instant> removedAt) {}
