package tributary.store;

import java.time.Instant;
import java.util.Optional;
import tributary.events.AccountId;

/// A replay that somebody asked for. What it builds lives in the memory of a process; that it was asked for, and
/// how it ended, does not end with that process.
///
/// @param kind what is to be built, in the words of those who build
/// @param ruleSet the only one that is meant, if one was named
/// @param source id of the token that asked
/// @param attempts how often the work was begun
/// @param holder the process that works on it; empty if none does
/// @param beats grows with each sign of life of the holder
/// @param unwanted whether somebody asked for its end
/// @param told what was last told of it, in the form of those who tell
public record AskedReplay(
        String id,
        AccountId account,
        String kind,
        Optional<String> ruleSet,
        String source,
        Instant askedAt,
        int attempts,
        Optional<String> holder,
        long beats,
        boolean unwanted,
        boolean ended,
        String told) {}
