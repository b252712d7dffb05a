package tributary.command.deal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tributary.command.line.Command;
import tributary.events.AccountId;
import tributary.events.ContactId;
import tributary.events.DealId;

/// What someone can want of a deal. Contacts and stages are known to exist when a command is made.
sealed interface DealCommand extends Command {
    DealId deal();

    @Override
    default String target() {
        return account() + "/deal/" + deal();
    }

    record CreateDeal(
            AccountId account, DealId deal, Map<String, String> properties, List<ContactId> contacts, Instant at)
            implements DealCommand {}

    /// An empty text clears.
    record ChangeDeal(AccountId account, DealId deal, Map<String, String> properties, Instant at)
            implements DealCommand {}

    record AssociateContact(AccountId account, DealId deal, ContactId contact, Instant at) implements DealCommand {}

    record DissociateContact(AccountId account, DealId deal, ContactId contact, Instant at) implements DealCommand {}

    record DeleteDeal(AccountId account, DealId deal, Instant at) implements DealCommand {}

    record RestoreDeal(AccountId account, DealId deal, Instant at) implements DealCommand {}

    /// @param deal the one that goes up in `primary`
    record MergeDeal(AccountId account, DealId deal, DealId primary, Instant at) implements DealCommand {}

    /// A question: the pipelines a deal was ever in, the present one first. What arrives late may tell of a stage of
    /// an earlier one.
    record AskPipelines(AccountId account, DealId deal) implements DealCommand {}

    /// A question: may another deal be merged into this one? Refused if this was itself merged into another.
    record AskUnmerged(AccountId account, DealId deal) implements DealCommand {}
}
