package tributary.events;

import java.time.Instant;
import java.util.List;

/// All interactions of one accepted chunk of one account: a plain event, not part of an aggregate, since
/// interactions guard nothing but *once*. Kept in a compact encoding of its own (docs/adr), not as JSON.
///
/// @param account whose they are
/// @param source the token or write key that sent them
/// @param interactions in the order of arrival, at least one
public record InteractionsRecorded(AccountId account, String source, List<Interaction> interactions) implements Fact {
    public InteractionsRecorded {
        Blank.refuseMissing(account, "account");
        Blank.refuse(source, "source");
        interactions = List.copyOf(interactions);
        if (interactions.isEmpty()) throw new IllegalArgumentException("a batch must hold an interaction");
    }

    @Override
    public Instant at() {
        return interactions.stream()
                .map(Interaction::at)
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
