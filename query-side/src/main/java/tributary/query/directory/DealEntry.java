package tributary.query.directory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// A deal as it stands at present (D-41).
///
/// @param survivor number of the deal it was merged into, else its own
/// @param amount as sent, in `currency`
/// @param currency its own, or the account's
/// @param amountMinor the amount in minor units of the account's currency (D-43); empty when it is not known, or not
/// what it is worth there
/// @param closeDate as sent: a day or an instant
/// @param problem why it adds nothing, such as a currency without rate (D-43)
public record DealEntry(
        int number,
        String id,
        Optional<String> name,
        String pipeline,
        Optional<String> stage,
        Optional<BigDecimal> amount,
        String currency,
        OptionalLong amountMinor,
        Optional<String> closeDate,
        Instant createdAt,
        boolean deleted,
        int survivor,
        Optional<String> problem) {}
