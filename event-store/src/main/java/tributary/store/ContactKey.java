package tributary.store;

import tributary.events.AccountId;
import tributary.events.ContactId;

/// A contact, over all accounts.
record ContactKey(AccountId account, ContactId contact) {
    @Override
    public int hashCode() {
        return contact.value().hashCode();
    }
}
