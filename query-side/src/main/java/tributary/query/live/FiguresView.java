package tributary.query.live;

import java.time.Instant;
import java.util.Optional;
import tributary.attribution.journey.Settings;
import tributary.attribution.rules.RuleSet;
import tributary.events.AccountId;
import tributary.query.directory.Directory;
import tributary.query.figures.Figures;

/// What a report of figures sees: those of one account at one position, under one rule set, and what things are
/// called. Good only within the function that [ReportDesk] gave it to.
public interface FiguresView {
    AccountId account();

    /// Every fact of this account up to here is included.
    long position();

    /// Whether only facts recorded up to an instant are included.
    Optional<Instant> asOf();

    RuleSet ruleSet();

    Settings settings();

    Figures figures();

    Directory directory();

    /// Whether what is published of this account in MongoDB is behind what it should be, because someone or something
    /// is away; [#position] says what this view itself includes.
    boolean stale();
}
