package tributary.command.line;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import tributary.events.AccountId;

/// What someone wants of an aggregate.
public interface Command {
    AccountId account();

    /// Key of the aggregate: `account/kind/id`.
    @TargetAggregateIdentifier
    String target();
}
