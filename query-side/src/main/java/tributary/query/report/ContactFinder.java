package tributary.query.report;

import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import tributary.events.AccountId;
import tributary.events.ContactId;
import tributary.events.Refusal;
import tributary.store.EventDatabase;
import tributary.store.Identities;

/// Finds the contact that a path names: by its id, or by `email:ADDRESS`, which means the living contact that holds
/// the address.
@Component
final class ContactFinder {
    private static final String BY_ADDRESS = "email:";

    private final Identities identities;

    ContactFinder(EventDatabase database) {
        this.identities = database.identities();
    }

    /// @return number of the contact, after merges
    /// @throws Refusal.Unknown if there is none, or none was known as of the report's instant; without the address
    int find(Report report, String named) {
        var found = id(report.view().account(), named)
                .map(report.journeys()::findContact)
                .orElse(OptionalInt.empty());
        return report.journeys().survivor(found.orElseThrow(() -> unknown(named)));
    }

    private Optional<String> id(AccountId account, String named) {
        if (!named.startsWith(BY_ADDRESS)) return Optional.of(named);
        return identities.holder(account, named.substring(BY_ADDRESS.length())).map(ContactId::value);
    }

    private static Refusal unknown(String named) {
        return new Refusal.Unknown("contact", named.startsWith(BY_ADDRESS) ? "with this address" : Shown.of(named));
    }
}
