package tributary.query.mongo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import tributary.attribution.Kind;
import tributary.attribution.journey.Settings;
import tributary.attribution.journey.Tier;
import tributary.attribution.rules.RuleSet;
import tributary.events.AccountId;
import tributary.query.directory.Directory;
import tributary.query.figures.DayCalendar;
import tributary.query.figures.Figures;
import tributary.query.live.FiguresView;

/// What one publication says of an account.
record MongoView(
        AccountId account,
        long position,
        RuleSet ruleSet,
        Settings settings,
        Figures figures,
        Directory directory,
        boolean stale)
        implements FiguresView {
    /// @param head what is known of the publication
    static MongoView of(ReadModels models, AccountId account, String ruleSet, Document head, boolean stale) {
        var known = new DocumentReader(head);
        var rules = RuleSet.find(ruleSet)
                .orElseGet(() ->
                        RuleSet.of(RuleSet.STANDARD).changed(ruleSet, head.get(Field.PARAMETERS, Document.class)));
        var settings = settings(known);
        var publication = known.number(Field.PUBLICATION);
        var directory = new MongoDirectory(models, publication, known.text(Field.NAME));
        var figures = new MongoFigures(
                models, publication, rules, settings.currency(), DayCalendar.of(settings.zone()), directory);
        return new MongoView(account, known.number(Field.POSITION), rules, settings, figures, directory, stale);
    }

    private static Settings settings(DocumentReader head) {
        return new Settings(
                ZoneId.of(head.text(Field.TIME_ZONE)),
                head.text(Field.CURRENCY),
                Tier.valueOf(head.text(Field.TIER)),
                head.flag(Field.BOT_FILTER),
                Set.copyOf(head.texts(Field.SITE_DOMAINS)),
                head.texts(Field.INTERACTION_TYPES).stream().map(Kind::valueOf).collect(Collectors.toSet()),
                DayOfWeek.valueOf(head.text(Field.WEEK_START)));
    }

    @Override
    public Optional<Instant> asOf() {
        return Optional.empty();
    }
}
