package tributary.attribution.twin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tributary.attribution.Kind;
import tributary.attribution.journey.Person;
import tributary.attribution.journey.Ties;
import tributary.attribution.journey.Touches;
import tributary.attribution.judge.DealPeople;

/// Packs what people did into the judge's journeys.
final class FoldedPeople implements DealPeople {
    final Numbers contacts = new Numbers();
    final List<Person> persons = new ArrayList<>();
    private final People people;
    private final Map<Integer, Act> acts = new LinkedHashMap<>();
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final Map<Integer, Person> byContact = new LinkedHashMap<>();

    FoldedPeople(People people, FoldedCatalog catalog) {
        this.people = people;
        people.contacts().reversed().forEach(contacts::of); // numbers must not matter, so they are not in order of ids
        var keys = new TreeSet<String>();
        for (var act : people.acts()) {
            acts.put(act.number(), act);
            keys.add(key(act));
        }
        for (var key : keys) runs.put(key, run(key, catalog));
        for (var identification : people.identifications()) own(identification);
        for (var contact : people.contacts()) add(contact);
        for (var run : runs.values())
            if (contactsOf(run).isEmpty())
                persons.add(new FoldedPerson(Touches.NONE, List.of(run), List.of(true), null, number -> number));
    }

    private static String key(Act act) {
        return act.visitor() != null ? visitorKey(act.visitor()) : "contact " + act.named();
    }

    private static String visitorKey(String visitor) {
        return "visitor " + visitor;
    }

    private Run run(String key, FoldedCatalog catalog) {
        var of = people.acts().stream().filter(act -> key(act).equals(key)).toList();
        var run = Run.of(runs.size(), of.getFirst().visitor(), of, catalog, contacts);
        if (run.visitor() == null) run.owned(0, number(of.getFirst().named()));
        return run;
    }

    private void own(Identification identification) {
        var run = runs.get(visitorKey(identification.visitor()));
        if (run != null) run.owned(Micros.of(identification.at()), number(identification.contact()));
    }

    private int number(String contact) {
        return contacts.of(people.survivor(contact));
    }

    private TreeSet<Integer> contactsOf(Run run) {
        var of = new TreeSet<>(run.owners());
        for (var act : run.acts()) if (act.named() != null) of.add(number(act.named()));
        return of;
    }

    /// A shared browser is home to the contact with the largest number: any one will do.
    private void add(String contact) {
        var number = number(contact);
        var mine = runs.values().stream()
                .filter(run -> contactsOf(run).contains(number))
                .toList();
        var home = mine.stream().map(run -> contactsOf(run).last() == number).toList();
        var person = new FoldedPerson(
                number, mine, home, creation(people.creation(contact)), it -> number(contacts.text(it)));
        persons.add(person);
        byContact.put(number, person);
    }

    private Person.Creation creation(Beginning beginning) {
        var act = beginning.act();
        var run = act != null ? runs.get(key(act)) : runs.get(visitorKey(beginning.visitor()));
        return new Person.Creation(
                Micros.of(beginning.at()),
                Person.Creation.By.valueOf(beginning.how().name()),
                act == null ? null : Kind.valueOf(act.kind()),
                run == null ? Touches.NONE : run.number(),
                beginning.number() / Numbers.LINES,
                beginning.number() % Numbers.LINES,
                act == null || act.line().bot() == null
                        ? 0
                        : tributary.attribution.Doubt.valueOf(act.line().bot()).ordinal());
    }

    /// The last word between acts of one instant: the texts that packed touches do not hold (D-10).
    Ties ties() {
        return (a, rowA, b, rowB) -> Act.ORDER.compare(act(a, rowA), act(b, rowB));
    }

    private Act act(Touches touches, int row) {
        return acts.get(touches.position(row) * Numbers.LINES + touches.line(row));
    }

    @Override
    public Person person(int contact) {
        return byContact.get(contact);
    }

    @Override
    public int compareIds(int contactA, int contactB) {
        return contacts.text(contactA).compareTo(contacts.text(contactB));
    }
}
