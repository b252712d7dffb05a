package tributary.query.crm;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tributary.events.ContactEvent;
import tributary.events.ContactId;
import tributary.events.Sealed;

/// Gathers what the facts of one contact say about it: the last word by when it happened counts.
final class ContactCard {
    private static final String LIFECYCLE_STAGE = "lifecyclestage";
    private static final String ADDRESS = "email";

    /// Opens what was sealed for the contact; nothing when its key is gone.
    private final Function<Sealed, Optional<Map<String, String>>> opened;

    /// The card of a contact that was merged into this one.
    private final Function<ContactId, ContactCard> merged;

    private final Map<String, Said> said = new LinkedHashMap<>();
    private Instant createdAt;
    private Instant updatedAt;
    private boolean living = true;

    /// @param value empty when it was cleared
    private record Said(String value, Instant at) {}

    ContactCard(Function<Sealed, Optional<Map<String, String>>> opened, Function<ContactId, ContactCard> merged) {
        this.opened = opened;
        this.merged = merged;
    }

    /// To be told in order of recording.
    void on(ContactEvent event) {
        switch (event) {
            case ContactEvent.ContactCreated created -> {
                createdAt = earlier(createdAt, created.at());
                say(created.lifecycleStage(), created.personal(), created.at());
            }
            case ContactEvent.ContactDiscovered discovered -> {
                createdAt = earlier(createdAt, discovered.at());
                say(null, discovered.personal(), discovered.at());
            }
            case ContactEvent.ContactChanged changed -> say(changed.lifecycleStage(), changed.personal(), changed.at());
            case ContactEvent.ContactsMerged merger -> takeOver(merged.apply(merger.merged()), merger.at());
            case ContactEvent.ContactDeleted _, ContactEvent.ContactErased _ -> living = false;
            case ContactEvent.ContactRestored _ -> living = true;
            case ContactEvent.VisitorIdentified _ -> {}
        }
    }

    private void say(String lifecycleStage, Sealed personal, Instant at) {
        updatedAt = later(updatedAt, at);
        if (lifecycleStage != null) say(LIFECYCLE_STAGE, lifecycleStage, at);
        if (personal != null)
            opened.apply(personal).ifPresent(values -> values.forEach((name, value) -> say(name, value, at)));
    }

    /// An address is held by whom it was given to last, whatever time the giving names.
    private void say(String name, String value, Instant at) {
        said.merge(
                name,
                new Said(value, at),
                (old, fresh) -> fresh.at.isBefore(old.at) && !name.equals(ADDRESS) ? old : fresh);
    }

    /// What this contact does not say of itself, the merged one says; the earlier creation survives (D-5).
    private void takeOver(ContactCard other, Instant at) {
        updatedAt = later(updatedAt, at);
        other.said.forEach(said::putIfAbsent);
        if (other.createdAt != null) createdAt = earlier(createdAt, other.createdAt);
    }

    /// What is known of a contact that was created; nothing of one that never was.
    Optional<KnownContact> known() {
        if (createdAt == null) return Optional.empty();
        var properties = new LinkedHashMap<String, String>();
        said.forEach((name, one) -> {
            if (!one.value.isEmpty()) properties.put(name, one.value);
        });
        return Optional.of(new KnownContact(properties, createdAt, updatedAt, living));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
