package tributary.query.figures;

import java.util.Arrays;

/// Some contacts, each as often as it was added.
final class ContactBag {
    private int[] contacts = new int[2];
    private int size;

    void add(int contact) {
        if (size == contacts.length) contacts = Arrays.copyOf(contacts, size * 2);
        contacts[size++] = contact;
    }

    /// Adds a contact unless it is there; says whether it was not.
    boolean addOnce(int contact) {
        for (var i = 0; i < size; i++) if (contacts[i] == contact) return false;
        add(contact);
        return true;
    }

    void clear() {
        size = 0;
    }

    /// @throws IllegalStateException if the contact is not there
    void remove(int contact) {
        for (var i = 0; i < size; i++) {
            if (contacts[i] == contact) {
                contacts[i] = contacts[--size];
                return;
            }
        }
        throw new IllegalStateException("contact " + contact + " was not counted");
    }

    int size() {
        return size;
    }

    int get(int index) {
        return contacts[index];
    }
}
