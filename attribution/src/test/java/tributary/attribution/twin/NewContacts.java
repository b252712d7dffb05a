package tributary.attribution.twin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which campaigns brought a contact, by first and by last touch (docs/rules.md, D-4, D-8, D-14, D-15, D-30).
final class NewContacts {
    private final People people;
    private final Matching matching;
    private final Sessions sessions;
    private final List<Act> acts;

    NewContacts(People people, Matching matching, Sessions sessions, List<Act> acts) {
        this.people = people;
        this.matching = matching;
        this.sessions = sessions;
        this.acts = acts;
    }

    /// NCF-2: the earliest over all browsers.
    Optional<Act> firstVisit(String contact) {
        return acts.stream()
                .filter(Act::isVisit)
                .filter(act -> contact.equals(people.actor(act)))
                .min(Act.ORDER);
    }

    Set<String> first(String contact) {
        var campaigns = new TreeSet<String>();
        var visit = firstVisit(contact);
        if (visit.isEmpty() || visit.get().at().isAfter(people.creation(contact).at())) return campaigns; // NCF-4
        if (sessions.of(visit.get()).isExcluded()) return campaigns; // NCF-3
        for (var match : matching.of(visit.get()))
            if (match.is("UTM") || match.is("KEYWORD") || match.isSitePage()) campaigns.add(match.campaign()); // NCF-1
        return campaigns;
    }

    Set<String> last(String contact) {
        var creation = people.creation(contact);
        return switch (creation.how()) {
            case SUBMISSION -> acts.contains(creation.act()) ? converted(contact, creation.act()) : Set.of(); // D-8
            case IDENTIFICATION -> identified(contact, creation);
            case OTHER_ACT, STATEMENT -> Set.of(); // NCL-5
        };
    }

    private Set<String> converted(String contact, Act conversion) {
        var session = sessions.of(conversion);
        if (session.isExcluded()) return Set.of(); // NCL-4
        var campaigns = touched(contact, session, conversion.at());
        campaigns.addAll(matching.ofPage(conversion)); // NCL-2: the converting page is included
        return campaigns;
    }

    /// D-30: NCL-1a never applies, since there is no page of conversion.
    private Set<String> identified(String contact, Beginning creation) {
        var session = sessions.running(creation.visitor(), creation.at());
        return session == null || session.isExcluded() ? Set.of() : touched(contact, session, creation.at());
    }

    /// NCL-1b, NCL-2, D-4: pages visited and forms submitted in the session up to the conversion.
    private Set<String> touched(String contact, Session session, Instant conversion) {
        var campaigns = new TreeSet<String>();
        for (var act : session.acts())
            if (!act.at().isAfter(conversion) && contact.equals(people.actor(act)))
                for (var match : matching.of(act)) if (isLastTouch(act, match)) campaigns.add(match.campaign());
        return campaigns;
    }

    private static boolean isLastTouch(Act act, Match match) {
        if (match.is("UTM") || match.is("KEYWORD")) return false; // NCL-3, NCL-6
        return act.isVisit() && match.isSitePage()
                || act.is("FORM_SUBMISSION") && match.thing().isOneOf("FORM");
    }
}
