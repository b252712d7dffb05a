package tributary.query.live;

import java.time.Duration;

/// The bounds of keeping figures live, each in one place.
final class Limits {
    /// So long a report waits for its facts.
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    /// What a report that waited in vain tells its asker to wait.
    static final int RETRY_AFTER_SECONDS = 2;
    /// Rule sets kept live for an account beside its own; the one not asked for longest gives way.
    static final int OTHER_RULE_SETS = 3;
    /// So long figures under another rule set are kept after the last question.
    static final Duration OTHER_RULES_KEPT = Duration.ofMinutes(30);
    /// Accounts as of an instant, kept for further questions.
    static final int PASTS = 4;
    /// So long such an account is kept after the last question.
    static final Duration PAST_KEPT = Duration.ofMinutes(2);
    /// Facts of an account that are followed one by one for an answer.
    static final int FACTS_FOLLOWED = 10_000;
    /// How often the store is asked for facts nobody waits for.
    static final Duration LOOK_EVERY = Duration.ofMillis(10);
    /// So long an account must be quiet before what changed is judged without anyone asking.
    static final Duration QUIET = Duration.ofMillis(50);

    /// How often is looked whether snapshots are to be kept.
    static final Duration SNAPSHOTS_LOOKED_AT = Duration.ofSeconds(5);
    /// So long at least is between two snapshots of an account.
    static final Duration SNAPSHOT_EVERY = Duration.ofMinutes(1);
    /// An account is kept anew when more than this share of it is in no snapshot.
    static final double MOST_UNKEPT = 0.1;
    /// At the end of the process, when more than this share is.
    static final double MOST_UNKEPT_AT_END = 0.01;
    /// So long the end of the process waits for snapshots.
    static final Duration SNAPSHOTS_AT_END = Duration.ofSeconds(10);

    private Limits() {}
}
