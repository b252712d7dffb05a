package tributary.query.live;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import tributary.events.AccountId;

/// Figures that outlive the process that judged them, where there are any.
public interface PublishedReports {
    /// Nothing is published anywhere.
    PublishedReports NOWHERE = new PublishedReports() {
        @Override
        public <T> Optional<T> read(AccountId account, Optional<String> ruleSet, Function<FiguresView, T> report) {
            return Optional.empty();
        }

        @Override
        public OptionalLong position(AccountId account) {
            return OptionalLong.empty();
        }
    };

    /// Answers a report from what was published of an account, which may be behind and says so.
    ///
    /// @param ruleSet name, or empty for the one that the account chose last
    /// @param report may be asked more than once
    /// @return empty if nothing is published of the account, or nothing under the rule set
    /// @throws tributary.events.Refusal.Busy if it cannot be read at present
    <T> Optional<T> read(AccountId account, Optional<String> ruleSet, Function<FiguresView, T> report);

    /// Up to where everything is published of an account under the rule set that it chose last; empty if nothing
    /// is, or if that cannot be known at present.
    OptionalLong position(AccountId account);
}
