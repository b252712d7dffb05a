package tributary.query.journey;

import java.util.OptionalInt;
import tributary.attribution.journey.Arrivals;
import tributary.attribution.journey.Catalog;
import tributary.attribution.journey.CatalogHistory;
import tributary.attribution.journey.Deal;
import tributary.attribution.journey.Settings;
import tributary.attribution.journey.Ties;
import tributary.events.AccountId;
import tributary.query.directory.Directory;
import tributary.store.Facts;
import tributary.store.Recorded;

/// Everything folded from the facts of one account. Not safe for threads: whoever applies facts holds a lock; while
/// nothing is applied, several threads may read, each with a cursor of its own.
///
/// Persons, contacts, deals, assets and campaigns have numbers, dense from 0, that never change while these
/// journeys live; another fold of the same facts gives the same numbers.
public final class AccountJourneys {
    private final AccountId account;
    private final Facts facts;

    /// @param facts where the texts are that packed touches do not hold; asked for real ties only (D-10)
    public AccountJourneys(AccountId account, Facts facts) {
        this.account = account;
        this.facts = facts;
    }

    public AccountId account() {
        return account;
    }

    /// Of the last fact applied, 0 before the first.
    public long position() {
        throw new UnsupportedOperationException(facts.toString());
    }

    /// Folds a fact of this account. Facts come in the order of their positions; one at or below [#position] was
    /// applied before and changes nothing.
    public void apply(Recorded recorded) {
        throw new UnsupportedOperationException();
    }

    /// Puts touches in order and tells what must be judged anew since the last time; the first time, everything.
    public Changes drain() {
        throw new UnsupportedOperationException();
    }

    /// Lays all touches close together, persons in the order of their numbers, and gives back what is unused. Worth
    /// it after many facts at once.
    public void compact() {
        throw new UnsupportedOperationException();
    }

    /// How many persons have numbers; some of them are nobody (by now).
    public int people() {
        throw new UnsupportedOperationException();
    }

    /// A cursor over persons for one thread.
    public People cursor() {
        throw new UnsupportedOperationException();
    }

    /// How many touches there are.
    public long touches() {
        throw new UnsupportedOperationException();
    }

    /// How many contacts have numbers, merged ones too.
    public int contacts() {
        throw new UnsupportedOperationException();
    }

    public String contactId(int contact) {
        throw new UnsupportedOperationException();
    }

    /// The number of the contact with this id, also of one that was merged into another.
    public OptionalInt findContact(String id) {
        throw new UnsupportedOperationException();
    }

    /// The contact that a contact is by now: itself, or the one it was merged into (D-5).
    public int survivor(int contact) {
        throw new UnsupportedOperationException();
    }

    /// The person that a contact is; for a merged one that of the survivor.
    public int personOf(int contact) {
        throw new UnsupportedOperationException();
    }

    /// How many deals have numbers, deleted and merged ones too.
    public int deals() {
        throw new UnsupportedOperationException();
    }

    /// How a deal stands at present; the same object until something changes.
    public Deal deal(int number) {
        throw new UnsupportedOperationException();
    }

    public String dealId(int deal) {
        throw new UnsupportedOperationException();
    }

    public OptionalInt findDeal(String id) {
        throw new UnsupportedOperationException();
    }

    /// Numbers of the deals that a contact was ever associated with, ascending; merged deals are left out.
    public int[] dealsOf(int contact) {
        throw new UnsupportedOperationException();
    }

    public Settings settings() {
        throw new UnsupportedOperationException();
    }

    /// Name of the rule set that the account chose.
    public String ruleSet() {
        throw new UnsupportedOperationException();
    }

    public Catalog catalog() {
        throw new UnsupportedOperationException();
    }

    /// Numbers of assets and campaigns by their ids.
    public CatalogHistory history() {
        throw new UnsupportedOperationException();
    }

    public Arrivals arrivals() {
        throw new UnsupportedOperationException();
    }

    public Ties ties() {
        throw new UnsupportedOperationException();
    }

    /// What things are called and how they stand at present.
    public Directory directory() {
        throw new UnsupportedOperationException();
    }
}
