package tributary.command.line;

import tributary.events.AccountId;
import tributary.store.Identities;
import tributary.store.Vault;

/// What a line may do while it is taken: everything within the transaction of its chunk, and undone when the line
/// is refused.
public interface Desk {
    AccountId account();

    /// Asks the aggregate of a command; nothing that was refused leaves a trace.
    ///
    /// @return what the handler answered, or `null`
    /// @throws tributary.events.Refusal as the aggregate refuses
    <A> A send(Command command);

    Identities identities();

    Vault vault();
}
