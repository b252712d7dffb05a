package tributary.attribution.twin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Who is who: reads the lines in the order of recording and settles whom each names (api.md section 3, D-1 to
/// D-8).
final class People {
    private final Map<String, String> holders = new HashMap<>();
    private final Map<String, String> mergedInto = new HashMap<>();
    private final Map<String, List<Beginning>> beginnings = new LinkedHashMap<>();
    private final List<Identification> identifications = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    People(List<Line> lines) {
        for (var i = 0; i < lines.size(); i++) record(i, lines.get(i));
        identifications.sort(Identification.ORDER);
        acts.sort(Act.ORDER);
    }

    private void record(int number, Line line) {
        switch (line) {
            case Line.Interaction act -> record(number, act);
            case Line.Identify it -> identify(number, it);
            case Line.ContactCreate it -> {
                if (it.email() != null && holders.putIfAbsent(folded(it.email()), it.contact()) != null)
                    throw new IllegalArgumentException("D-2: " + it);
                begin(it.contact(), new Beginning(it.at(), Beginning.How.STATEMENT, null, null, number));
            }
            case Line.ContactDelete it -> holders.values().removeIf(survivor(known(it.contact()))::equals); // D-6
            case Line.ContactMerge it -> merge(survivor(known(it.primary())), survivor(known(it.merged())));
            case Line.DealCreate it -> it.contacts().forEach(this::known);
            case Line.DealAssociate it -> known(it.contact());
            case Line.DealDissociate it -> known(it.contact());
            default -> {}
        }
    }

    private void record(int number, Line.Interaction line) {
        if (line.id() != null && !ids.add(line.id())) return; // the first recorded wins
        var named = line.contact() != null ? survivor(known(line.contact())) : holderOrNew(line.email());
        var act = new Act(number, line, named);
        acts.add(act);
        if (line.contact() == null && line.email() != null) {
            var how = act.is("FORM_SUBMISSION", "CTA_SUBMISSION") ? Beginning.How.SUBMISSION : Beginning.How.OTHER_ACT;
            begin(named, new Beginning(line.at(), how, act, null, number));
        }
        if (act.identifies())
            identifications.add(new Identification(line.at(), line.visitor(), named, act, number)); // D-3
    }

    private void identify(int number, Line.Identify it) {
        var contact = it.contact() != null ? survivor(known(it.contact())) : holderOrNew(it.email());
        identifications.add(new Identification(it.at(), it.visitor(), contact, null, number));
        if (it.contact() == null)
            begin(contact, new Beginning(it.at(), Beginning.How.IDENTIFICATION, null, it.visitor(), number));
    }

    /// D-5: addresses go over; everything else by [#survivor].
    private void merge(String primary, String merged) {
        mergedInto.put(merged, primary);
        holders.replaceAll((_, holder) -> holder.equals(merged) ? primary : holder);
    }

    private void begin(String contact, Beginning beginning) {
        beginnings.computeIfAbsent(contact, _ -> new ArrayList<>()).add(beginning);
    }

    /// The living contact that holds the address; if there is none, the address makes one.
    private String holderOrNew(String email) {
        if (email == null) return null;
        return holders.computeIfAbsent(folded(email), address -> {
            var id = "@" + address;
            while (beginnings.containsKey(id)) id += "'";
            return id;
        });
    }

    /// D-7: an unknown id is refused.
    private String known(String contact) {
        if (!beginnings.containsKey(contact)) throw new IllegalArgumentException("unknown contact " + contact);
        return contact;
    }

    private static String folded(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /// The contact that lines naming this one mean now.
    String survivor(String contact) {
        var survivor = contact;
        while (mergedInto.containsKey(survivor)) survivor = mergedInto.get(survivor);
        return survivor;
    }

    /// Everyone who was not merged into someone else.
    List<String> contacts() {
        return beginnings.keySet().stream()
                .filter(contact -> !mergedInto.containsKey(contact))
                .toList();
    }

    /// D-1, D-5: the earliest of all ways in which the contact, or one merged into it, may have begun.
    Beginning creation(String contact) {
        return beginnings.entrySet().stream()
                .filter(entry -> survivor(entry.getKey()).equals(contact))
                .flatMap(entry -> entry.getValue().stream())
                .min(Beginning.ORDER)
                .orElseThrow();
    }

    /// Who acted: the contact named; else whose browser it was (D-4); nobody: `null`.
    String actor(Act act) {
        return act.named() != null ? survivor(act.named()) : owner(act.visitor(), act);
    }

    private String owner(String visitor, Act act) {
        var of = identifications.stream()
                .filter(it -> it.visitor().equals(visitor))
                .toList();
        if (of.isEmpty()) return null;
        var latest = of.stream().filter(it -> !it.at().isAfter(act.at())).max(Identification.ORDER);
        // Before its first identification the browser is the first one's: of several then, the one that holds.
        var first = of.stream()
                .filter(it -> it.at().equals(of.getFirst().at()))
                .max(Comparator.comparing(Identification::at).thenComparing(Identification.ORDER));
        return survivor(latest.or(() -> first).orElseThrow().contact());
    }

    List<Identification> identifications() {
        return identifications;
    }

    /// All interactions in the order of D-10, bots too.
    List<Act> acts() {
        return acts;
    }
}
