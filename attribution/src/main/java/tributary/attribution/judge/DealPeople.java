package tributary.attribution.judge;

import tributary.attribution.journey.Person;

/// Where the judge of a deal finds its contacts.
public interface DealPeople {
    /// The contact as a person; may be the same cursor each time, moved.
    Person person(int contact);

    /// Compares two contacts by their ids as texts: the smaller id decides last about who was created first (D-46).
    int compareIds(int contactA, int contactB);
}
