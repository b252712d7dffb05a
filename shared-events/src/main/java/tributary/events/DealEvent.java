package tributary.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What can happen to a deal.
///
/// Properties stand under HubSpot's names: `dealname`, `amount` (decimal), `deal_currency_code`, `pipeline`,
/// `dealstage`, `closedate` (a day `2023-04-30`, or an instant with `T` and offset). In a change, an empty text
/// clears.
public sealed interface DealEvent extends Fact {
    DealId deal();

    record DealCreated(DealId deal, Map<String, String> properties, List<ContactId> contacts, Instant at)
            implements DealEvent {
        public DealCreated {
            Blank.refuseMissing(deal, "deal");
            properties = Map.copyOf(properties);
            contacts = List.copyOf(contacts);
        }
    }

    record DealChanged(DealId deal, Map<String, String> properties, Instant at) implements DealEvent {
        public DealChanged {
            Blank.refuseMissing(deal, "deal");
            properties = Map.copyOf(properties);
        }
    }

    record DealAssociated(DealId deal, ContactId contact, Instant at) implements DealEvent {}

    record DealDissociated(DealId deal, ContactId contact, Instant at) implements DealEvent {}

    record DealDeleted(DealId deal, Instant at) implements DealEvent {}

    record DealRestored(DealId deal, Instant at) implements DealEvent {}

    /// `merged` is `deal` from here on: the properties, creation and stages of `deal`, the contacts of both (D-42).
    record DealsMerged(DealId deal, DealId merged, Instant at) implements DealEvent {}
}
