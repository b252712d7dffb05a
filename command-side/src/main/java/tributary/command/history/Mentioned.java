package tributary.command.history;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tributary.command.history.LineReader.Numbered;
import tributary.command.interaction.Act;
import tributary.command.line.Line;
import tributary.events.ContactId;

/// The addresses and contacts that lines mention, so that the store can be told who will be asked for. Lines are not
/// checked here: what no contact can be called is left out, and refused where it is taken.
final class Mentioned {
    private static final String BY_ADDRESS = "email:";

    private final Set<String> addresses = new HashSet<>();
    private final Set<ContactId> contacts = new HashSet<>();

    static Mentioned in(List<Numbered> lines) {
        var mentioned = new Mentioned();
        for (var line : lines) {
            if (line.parsed() instanceof Act act) mentioned.add(act.contact(), act.address());
            else if (line.parsed() instanceof Line other)
                mentioned.add(
                        other.unchecked("contact").orElse(null),
                        other.unchecked("email").orElse(null));
        }
        return mentioned;
    }

    private void add(String contact, String address) {
        if (address != null) addresses.add(address);
        if (contact == null) return;
        if (contact.startsWith(BY_ADDRESS)) addresses.add(contact.substring(BY_ADDRESS.length()));
        else if (Line.isId(contact)) contacts.add(new ContactId(contact));
    }

    Set<String> addresses() {
        return addresses;
    }

    Set<ContactId> contacts() {
        return contacts;
    }
}
