package tributary.store;

import java.util.Map;
import java.util.Optional;
import tributary.events.AccountId;
import tributary.events.ContactId;
import tributary.events.Sealed;

/// Seals personal data with a key of the contact it is about. The keys lie in a table beside the events; without
/// its key a seal is unreadable for good.
public interface Vault {
    /// Needs a transaction of this thread; makes the contact's key at the first use.
    ///
    /// @throws IllegalStateException if the contact's key was forgotten
    Sealed seal(AccountId account, ContactId contact, Map<String, String> personal);

    /// Empty when the contact's key was forgotten or never was.
    ///
    /// @throws IllegalArgumentException if the bytes are not what was sealed for this contact
    Optional<Map<String, String>> open(AccountId account, ContactId contact, Sealed sealed);

    /// Deletes the contact's key for good; needs a transaction of this thread.
    void forget(AccountId account, ContactId contact);
}
