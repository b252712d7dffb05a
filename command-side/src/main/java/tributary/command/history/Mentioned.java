package tributary.command.history;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tributary.command.history.LineReader.Numbered;
import tributary.command.interaction.Act;
import tributary.command.line.Line;
import tributary.events.AccountId;
import tributary.events.ContactId;
import tributary.store.Identities;

/// Whom lines mention, so that the store can be told who will be asked for. Lines are not checked here: what no contact
/// or deal can be called is left out, and refused where it is taken.
final class Mentioned {
    private static final String BY_ADDRESS = "email:";
    private static final String ABOUT_A_DEAL = "deal.";

    private final Names all = new Names();
    /// Contacts whom commands are about.
    private final Names changed = new Names();

    private final Set<String> deals = new HashSet<>();

    /// Contacts by id and by address.
    private static final class Names {
        private final Set<String> addresses = new HashSet<>();
        private final Set<ContactId> contacts = new HashSet<>();

        private void add(String contact) {
            if (contact.startsWith(BY_ADDRESS)) addresses.add(contact.substring(BY_ADDRESS.length()));
            else if (Line.isId(contact)) contacts.add(new ContactId(contact));
        }

        private void addAll(Names more) {
            addresses.addAll(more.addresses);
            contacts.addAll(more.contacts);
        }
    }

    static Mentioned in(List<Numbered> lines) {
        var mentioned = new Mentioned();
        for (var line : lines) {
            if (line.parsed() instanceof Act act) mentioned.add(act);
            else if (line.parsed() instanceof Line other) mentioned.add(other);
        }
        mentioned.all.addAll(mentioned.changed);
        return mentioned;
    }

    private void add(Act act) {
        if (act.address() != null) all.addresses.add(act.address());
        if (act.contact() != null) all.add(act.contact());
    }

    private void add(Line line) {
        if (line.unchecked("type").orElse("").startsWith(ABOUT_A_DEAL)) {
            texts(line, "deal", "primary", "merged").filter(Line::isId).forEach(deals::add);
            texts(line, "contact").forEach(all::add);
        } else {
            texts(line, "contact", "primary", "merged").forEach(changed::add);
            texts(line, "email").forEach(changed.addresses::add);
        }
    }

    private static Stream<String> texts(Line line, String... fields) {
        return Stream.of(fields).flatMap(field -> line.unchecked(field).stream());
    }

    Set<String> addresses() {
        return all.addresses;
    }

    Set<ContactId> contacts() {
        return all.contacts;
    }

    /// The keys of the aggregates that commands are about, as [tributary.command.line.Command#target()] gives them.
    Set<String> aggregates(AccountId account, Identities identities) {
        var named = changed.contacts.stream().map(contact -> identities.survivor(account, contact));
        var held = changed.addresses.stream().flatMap(address -> identities.holder(account, address).stream());
        return Stream.concat(
                        Stream.concat(named, held).map(contact -> account + "/contact/" + contact),
                        deals.stream().map(deal -> account + "/deal/" + deal))
                .collect(Collectors.toSet());
    }
}
