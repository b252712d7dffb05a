package tributary.query.figures;

import java.util.HashMap;
import java.util.Map;

/// Contacts, each with the earliest of the moments it was met with.
final class ContactMoments {
    private final Map<Integer, Long> earliest = new HashMap<>();

    void meet(int contact, long at) {
        earliest.merge(contact, at, Math::min);
    }

    void each(Figures.ContactConsumer out) {
        earliest.forEach(out::contact);
    }
}
