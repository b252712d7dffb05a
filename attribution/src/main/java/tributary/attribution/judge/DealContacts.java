package tributary.attribution.judge;

import java.util.Arrays;
import tributary.attribution.journey.Deal;
import tributary.attribution.rules.DealSnapshot;

/// The contacts that are a won deal's under the rules (DEAL-3, D-40), each once, smallest number first.
public final class DealContacts {
    private final DealSnapshot snapshot;
    private int[] contacts = new int[8];
    private int size;

    public DealContacts(DealSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    public void fill(Deal deal, long wonAt) {
        var associations = deal.contacts().length;
        if (contacts.length < associations) contacts = new int[associations];
        size = 0;
        for (var i = 0; i < associations; i++) if (belongs(deal, i, wonAt)) contacts[size++] = deal.contacts()[i];
        if (size > 1) dropRepeats();
    }

    private boolean belongs(Deal deal, int association, long wonAt) {
        return switch (snapshot) {
            case AT_WIN -> deal.associated(association, wonAt);
            case AT_PRESENT -> deal.contactTo()[association] == Deal.OPEN;
            case EVER -> true;
        };
    }

    private void dropRepeats() {
        Arrays.sort(contacts, 0, size);
        var kept = 1;
        for (var i = 1; i < size; i++) if (contacts[i] != contacts[kept - 1]) contacts[kept++] = contacts[i];
        size = kept;
    }

    public int size() {
        return size;
    }

    public int get(int index) {
        return contacts[index];
    }

    /// The first [#size] are meant.
    public int[] array() {
        return contacts;
    }
}
