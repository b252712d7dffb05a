package tributary.query.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.query.live.FiguresView;
import tributary.query.live.PublishedReports;

/// Answers from what is published in MongoDB, whichever process published it.
public final class PublishedFigures implements PublishedReports {
    /// So often a report is begun again because what it was reading was replaced and taken away meanwhile.
    private static final int TIMES = 5;

    private static final int RETRY_AFTER_SECONDS = 2;

    private final ReadModels models;
    private final Publications publications;

    public PublishedFigures(MongoDatabase database) {
        this.models = new ReadModels(database);
        this.publications = new Publications(models);
    }

    @Override
    public <T> Optional<T> read(AccountId account, Optional<String> ruleSet, Function<FiguresView, T> report) {
        return read(account, ruleSet, true, report);
    }

    /// Answers a report from one publication as a whole; it may be asked for more than once.
    ///
    /// @param ruleSet name, or empty for the one that the account chose last and that is published
    /// @param stale what the view is to say of itself
    /// @return empty if nothing is published of the account, or nothing under the rule set
    /// @throws Refusal.Busy if MongoDB cannot be asked at present
    public <T> Optional<T> read(
            AccountId account, Optional<String> ruleSet, boolean stale, Function<FiguresView, T> report) {
        try {
            for (var time = 0; time < TIMES; time++) {
                var name = ruleSet.or(() -> publications.chosen(account));
                var head = name.flatMap(wanted -> publications.find(account, wanted));
                if (head.isEmpty()) return Optional.empty();
                var number = head.get().getLong(Field.PUBLICATION);
                var answer = report.apply(MongoView.of(models, account, name.get(), head.get(), stale));
                if (publications.isThere(account, name.get(), number)) return Optional.of(answer);
            }
        } catch (MongoException _) {
            throw busy("mongo-away", "what is published cannot be read at present");
        }
        throw busy("replaced", "what is published is replaced more often than it can be read");
    }

    @Override
    public OptionalLong position(AccountId account) {
        try {
            return publications.chosen(account).flatMap(name -> publications.find(account, name)).stream()
                    .mapToLong(head -> head.getLong(Field.POSITION))
                    .findFirst();
        } catch (MongoException _) {
            return OptionalLong.empty();
        }
    }

    private static Refusal busy(String reason, String detail) {
        return new Refusal.Busy(reason, "The report cannot be answered now", detail, RETRY_AFTER_SECONDS);
    }
}
