package tributary.query.report;

import tributary.attribution.journey.Person;
import tributary.events.ContactEvent.Source;
import tributary.query.directory.ContactEntry;

/// A contact with the journey that is theirs.
record ContactPerson(ContactEntry entry, Person person) {
    static ContactPerson of(Report report, int contact) {
        var journeys = report.journeys();
        return new ContactPerson(
                report.directory().contact(contact), journeys.cursor().person(journeys.personOf(contact)));
    }

    int contact() {
        return entry.number();
    }

    /// Who it is, and how the contact came to be.
    void tell(Fields answer) {
        answer.put("contact", entry.id())
                .put("createdAt", entry.createdAt().toString())
                .put("source", source());
    }

    /// The kind of act that created the contact, or what was said where no act did (D-1).
    private String source() {
        return switch (person.creation().by()) {
            case SUBMISSION -> "FORM";
            case IDENTIFICATION -> "IDENTIFY";
            case OTHER_ACT -> Source.API.name();
            case STATEMENT -> entry.source().orElse(Source.IMPORT).name();
        };
    }
}
