package tributary.store;

import java.time.Instant;
import tributary.events.AccountId;
import tributary.events.Fact;

/// A fact with its place in the store.
///
/// @param position 1 for the first fact ever recorded, and so on without gaps, over all accounts
/// @param recordedAt when it was recorded, in microseconds; never before the `recordedAt` of an earlier position
public record Recorded(long position, Instant recordedAt, AccountId account, Fact fact) {}
