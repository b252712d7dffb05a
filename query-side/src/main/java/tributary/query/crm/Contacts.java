package tributary.query.crm;

import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.stereotype.Component;
import tributary.events.AccountId;
import tributary.events.ContactEvent;
import tributary.events.ContactId;
import tributary.store.EventDatabase;
import tributary.store.Vault;

/// Reads contacts, with what is personal in them, from their own facts: nothing personal is kept anywhere else.
@Component
final class Contacts {
    private final EventStorageEngine events;
    private final Vault vault;

    Contacts(EventDatabase database) {
        this.events = database.engine();
        this.vault = database.vault();
    }

    /// The contact, unless there never was one of this id or it was deleted or erased.
    Optional<KnownContact> living(AccountId account, ContactId contact) {
        return card(account, contact).known().filter(KnownContact::living);
    }

    private ContactCard card(AccountId account, ContactId contact) {
        var card = new ContactCard(secret -> vault.open(account, contact, secret), merged -> card(account, merged));
        events.readEvents(account + "/contact/" + contact)
                .asStream()
                .forEach(message -> card.on((ContactEvent) message.getPayload()));
        return card;
    }
}
