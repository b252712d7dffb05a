package tributary.store;

import java.util.Collection;
import java.util.Optional;
import tributary.events.AccountId;
import tributary.events.ContactId;

/// Contacts and who holds which address. Addresses are compared trimmed and case-folded, and are kept only as keyed
/// hashes. Reading works anywhere; within a transaction of this thread it sees that transaction's changes. Changing
/// needs a transaction.
public interface Identities {
    /// Whether a contact of this id was ever registered, living or not, merged or not.
    boolean exists(AccountId account, ContactId contact);

    /// Who stands for this contact after all merges; the contact itself if it was not merged or does not exist.
    ContactId survivor(AccountId account, ContactId contact);

    /// The living contact that holds the address.
    Optional<ContactId> holder(AccountId account, String address);

    /// Says who will be asked for or changed in this transaction, so that the database is asked once for all of them.
    /// It changes no answer.
    void expect(AccountId account, Collection<String> addresses, Collection<ContactId> contacts);

    /// Makes the contact exist; one that does so already stays as it is.
    void register(AccountId account, ContactId contact);

    /// Gives an address to a registered contact, in addition to those it has.
    ///
    /// @throws IllegalStateException if another contact holds it, or if the contact is not registered
    void hold(AccountId account, String address, ContactId contact);

    /// Takes the address from whoever holds it.
    void release(AccountId account, String address);

    /// Frees all addresses of the contact, but remembers them for [#reclaimAll].
    void releaseAll(AccountId account, ContactId contact);

    /// Gives back what [#releaseAll] freed, as far as nobody else holds it now.
    ///
    /// @return whether every address could be given back
    boolean reclaimAll(AccountId account, ContactId contact);

    /// Frees all addresses of the contact and forgets their hashes: for erasing.
    void forgetAll(AccountId account, ContactId contact);

    /// From here on `primary` stands for `merged`, whose addresses go over to it.
    void merged(AccountId account, ContactId primary, ContactId merged);

    /// A new id of decimal digits that no contact of the account has; it is not registered by this.
    ContactId mint(AccountId account);

    /// Remembers the present state of the transaction in the once index, the identities and the vault; an earlier
    /// mark is forgotten.
    void mark();

    /// Goes back to the last [#mark], so that what was refused leaves no trace while the rest of the transaction
    /// stays. The mark can be used again.
    ///
    /// @throws IllegalStateException if nothing was marked in this transaction
    void undoToMark();
}
