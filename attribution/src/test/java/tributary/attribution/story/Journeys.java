package tributary.attribution.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tributary.attribution.Kind;
import tributary.attribution.journey.Person;
import tributary.attribution.journey.Strand;
import tributary.attribution.journey.Ties;
import tributary.attribution.journey.TouchOrder;
import tributary.attribution.journey.Touches;
import tributary.attribution.judge.DealPeople;
import tributary.attribution.source.WebAddress;

/// A story folded into journeys.
public final class Journeys implements DealPeople {
    static final Ties TIES = (a, rowA, b, rowB) -> Integer.compare(a.position(rowA), b.position(rowB));

    /// The touches of a browser, or of a contact without one.
    private record Run(int number, Touches touches, int size, String visitor, long[] since, int[] owners) {}

    private record Folded(int contact, List<Run> runs, List<Boolean> home, Person.Creation creation) implements Person {
        @Override
        public int strands() {
            return runs.size();
        }

        @Override
        public void strand(int index, Strand into) {
            var run = runs.get(index);
            into.set(
                    run.touches,
                    0,
                    run.size,
                    run.number,
                    run.visitor != null,
                    run.since,
                    run.owners,
                    run.owners.length);
        }

        @Override
        public boolean isHome(int index) {
            return home.get(index);
        }
    }

    private final Story story;
    private final List<String> names;
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final List<Person> persons = new ArrayList<>();

    Journeys(Story story) {
        this.story = story;
        names = List.copyOf(story.contacts.keySet());
        var keys = new LinkedHashSet<String>();
        for (var act : story.acts) keys.add(key(act));
        for (var key : keys) runs.put(key, run(key));
        for (var name : names) persons.add(person(name));
        for (var run : runs.values()) {
            if (run.visitor == null || run.owners.length > 0) continue;
            persons.add(new Folded(Touches.NONE, List.of(run), List.of(true), null));
        }
    }

    private static String key(Told act) {
        return act.visitor != null ? "visitor " + act.visitor : "contact " + act.contact;
    }

    static int arrival(Story story, Told act) {
        return story.arrivals.number(WebAddress.arrival(act.url, act.referrer, act.keyword));
    }

    private Run run(String key) {
        var acts = story.acts.stream().filter(act -> key(act).equals(key)).toList();
        var touches = new Touches(acts.size());
        for (var row = 0; row < acts.size(); row++) set(touches, row, acts.get(row));
        var order = new TouchOrder(story.catalog, TIES);
        var sorted = new ArrayList<Integer>();
        for (var row = 0; row < acts.size(); row++) sorted.add(row);
        sorted.sort((a, b) -> order.compare(touches, a, touches, b));
        var inOrder = new Touches(acts.size());
        for (var row = 0; row < acts.size(); row++) set(inOrder, row, acts.get(sorted.get(row)));
        return withOwners(key, inOrder, acts);
    }

    private Run withOwners(String key, Touches touches, List<Told> acts) {
        var visitor = acts.getFirst().visitor;
        var identified = new ArrayList<>(story.identifications.getOrDefault(visitor, List.of()));
        identified.sort(Comparator.comparingLong(Story.Identification::at));
        var since = identified.stream().mapToLong(Story.Identification::at).toArray();
        var owners = identified.stream()
                .mapToInt(identification -> number(identification.contact()))
                .toArray();
        if (visitor == null) {
            since = new long[] {0};
            owners = new int[] {number(acts.getFirst().contact)};
        }
        return new Run(runs.size(), touches, acts.size(), visitor, since, owners);
    }

    private void set(Touches touches, int row, Told act) {
        var byUrl = act.url == null ? Touches.NONE : Touches.byUrl(story.catalog.url(WebAddress.pageKey(act.url)));
        var view = act.kind == Kind.PAGE_VIEW;
        touches.set(
                row,
                act.at,
                act.kind,
                act.doubt,
                act.origin,
                act.byAddress,
                act.asset >= 0 || !view ? act.asset : byUrl,
                act.page >= 0 || view ? act.page : byUrl,
                arrival(story, act),
                act.contact == null ? Touches.NONE : number(act.contact),
                act.position,
                0);
    }

    private Person person(String name) {
        var number = number(name);
        var mine = new ArrayList<Run>();
        var home = new ArrayList<Boolean>();
        for (var run : runs.values()) {
            if (!owners(run).contains(number)) continue;
            mine.add(run);
            home.add(run.owners.length > 0 && run.owners[run.owners.length - 1] == number);
        }
        return new Folded(number, mine, home, creation(story.contacts.get(name)));
    }

    private static Set<Integer> owners(Run run) {
        var owners = new LinkedHashSet<Integer>();
        for (var owner : run.owners) owners.add(owner);
        for (var row = 0; row < run.size; row++) owners.add(run.touches.contact(row));
        return owners;
    }

    private Person.Creation creation(Story.Made made) {
        var act = made.act();
        var key = act != null ? key(act) : "visitor " + made.visitor();
        return new Person.Creation(
                made.at(),
                made.by(),
                act == null ? null : act.kind,
                runs.containsKey(key) ? runs.get(key).number : Touches.NONE,
                act == null ? 0 : act.position,
                0,
                act == null ? 0 : act.doubt.ordinal());
    }

    public int number(String contact) {
        return names.indexOf(Objects.requireNonNull(contact));
    }

    public String name(int contact) {
        return names.get(contact);
    }

    /// Contacts first, by number, then browsers nobody was identified in.
    public List<Person> persons() {
        return persons;
    }

    @Override
    public Person person(int contact) {
        return persons.get(contact);
    }

    @Override
    public int compareIds(int contactA, int contactB) {
        return name(contactA).compareTo(name(contactB));
    }
}
