package tributary.command.export;

import java.util.Map;
import java.util.TreeMap;
import tributary.events.AccountId;
import tributary.events.ContactId;
import tributary.events.Sealed;
import tributary.store.Vault;

/// What can still be read of a contact's personal data: nothing once it was erased.
record ExportedPeople(AccountId account, Vault vault) {
    /// @param sealed or `null`
    Map<String, String> readable(ContactId contact, Sealed sealed) {
        if (sealed == null) return Map.of();
        return new TreeMap<>(vault.open(account, contact, sealed).orElse(Map.of()));
    }
}
