package tributary.query.journey;

import java.util.Arrays;
import java.util.Iterator;
import java.util.OptionalInt;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.journey.Arrivals;
import tributary.attribution.journey.Catalog;
import tributary.attribution.journey.CatalogChanges;
import tributary.attribution.journey.CatalogHistory;
import tributary.attribution.journey.Deal;
import tributary.attribution.journey.Settings;
import tributary.attribution.journey.Ties;
import tributary.attribution.journey.TouchOrder;
import tributary.events.AccountEvent;
import tributary.events.AccountId;
import tributary.events.AssetEvent;
import tributary.events.CampaignEvent;
import tributary.events.ContactEvent;
import tributary.events.DealEvent;
import tributary.events.InteractionsRecorded;
import tributary.query.directory.FullDirectory;
import tributary.store.Facts;
import tributary.store.Recorded;
import tributary.store.codec.InteractionColumns;

/// Everything folded from the facts of one account. Not safe for threads: whoever applies facts holds a lock; while
/// nothing is applied, and after a [#drain], several threads may read, each with a cursor of its own.
///
/// Persons, contacts, deals, assets and campaigns have numbers, dense from 0, that never change while these
/// journeys live; another fold of the same facts gives the same numbers.
public final class AccountJourneys {
    private final AccountId account;
    private final Hands hands;
    private final Texts texts;
    private final Marks marks = new Marks();
    private final AccountSettings settings = new AccountSettings();
    private final RuleSets ruleSets = new RuleSets();
    private final Pipelines pipelines = new Pipelines();
    private final Rates rates = new Rates();
    private final CatalogHistory history = new CatalogHistory();
    private final Strands strands;
    private final Contacts contacts;
    private final Identifications identifications;
    private final Meetings meetings;
    private final Acts acts;
    private final Layout layout;
    private final Compaction compaction;
    private final ContactFold contactFold;
    private final Deals deals;
    private final CatalogFeed catalogFeed;
    private final JourneyDirectory directory;
    private long position;
    private Catalog drainedCatalog;
    private Settings drainedSettings;

    /// @param facts where the texts are that packed touches do not hold; asked for real ties only (D-10)
    public AccountJourneys(AccountId account, Facts facts) {
        this(account, facts, Hands.ONE);
    }

    /// @param hands share out laying touches out
    public AccountJourneys(AccountId account, Facts facts, Hands hands) {
        this.account = account;
        this.hands = hands;
        texts = new Texts(facts);
        strands = new Strands(new TouchOrder(history, texts));
        contacts = new Contacts(strands, new Creations(texts), marks);
        identifications = new Identifications(texts);
        meetings = new Meetings(contacts, identifications, marks);
        acts = new Acts(history, strands, contacts, meetings, marks);
        deals = new Deals(contacts, settings, pipelines, rates, marks);
        layout = new Layout(strands, acts.index(), this::cursor, hands);
        compaction = new Compaction(strands, cursor());
        contactFold = new ContactFold(contacts, acts, meetings, deals, marks);
        catalogFeed = new CatalogFeed(history, acts);
        directory = new JourneyDirectory(this, history, contacts, deals, settings);
    }

    /// Journeys as they were when they were written; facts after their [#position] may be applied then.
    ///
    /// @param pieces what [StillJourneys#write] gave, in its order
    /// @throws tributary.attribution.columns.UnreadableColumnsException if another version wrote that, or it is of
    /// another account
    public static AccountJourneys restored(AccountId account, Facts facts, Hands hands, Iterator<byte[]> pieces) {
        var journeys = new AccountJourneys(account, facts, hands);
        journeys.read(new ColumnsIn(pieces));
        return journeys;
    }

    private void read(ColumnsIn in) {
        position = StillJourneys.readHead(in, account);
        in.section("settings");
        settings.read(in);
        ruleSets.read(in);
        pipelines.read(in);
        rates.read(in);
        in.section("catalog");
        history.read(in);
        directory.read(in);
        in.section("strands");
        strands.read(in);
        in.section("contacts");
        contacts.read(in);
        in.section("meetings");
        meetings.read(in);
        in.section("arrivals");
        acts.read(in);
        in.section("deals");
        deals.read(in);
        in.section("touches");
        layout.eachStrand(strands::room);
        strands.fill(in);
        compaction.isDone();
        in.end();
    }

    /// These journeys as they are, to be written while facts are applied and journeys are read; to be called when
    /// nothing was applied since [#drain]. Applying costs a little more until [#goOn].
    public StillJourneys still() {
        if (strands.areLoose()) throw new IllegalStateException("touches are not laid yet");
        var touches = strands.still();
        return new StillJourneys(account, position)
                .with("settings", settings.still(), ruleSets.still(), pipelines.still(), rates.still())
                .with("catalog", history.still(), directory.still())
                .with("strands", touches::write)
                .with("contacts", contacts.still())
                .with("meetings", meetings.still())
                .with("arrivals", acts.still())
                .with("deals", deals.still())
                .with("touches", touches::writeTouches);
    }

    /// What [#still] told is written; to be called as facts are applied, alone.
    public void goOn() {
        strands.goOn();
    }

    public AccountId account() {
        return account;
    }

    /// Of the last fact applied, 0 before the first.
    public long position() {
        return position;
    }

    /// Folds a fact of this account. Facts come in the order of their positions; one at or below [#position] was
    /// applied before and changes nothing.
    public void apply(Recorded recorded) {
        var at = recorded.position();
        if (at <= position) return;
        switch (recorded.fact()) {
            case InteractionsRecorded batch ->
                acts.fold(new PreparedActs(InteractionColumns.of(batch)), Math.toIntExact(at));
            case ContactEvent event -> contactFold.fold(event, Math.toIntExact(at));
            case DealEvent event -> deals.fold(event, at);
            case CampaignEvent event -> {
                catalogFeed.fold(event, at);
                directory.fold(event);
            }
            case AssetEvent event -> fold(event, at);
            case AccountEvent event -> fold(event);
        }
        position = at;
    }

    /// As [#apply(Recorded)], of a batch that was prepared before.
    public void apply(long at, PreparedActs batch) {
        if (at <= position) return;
        acts.fold(batch, Math.toIntExact(at));
        position = at;
    }

    private void fold(AssetEvent event, long at) {
        switch (event) {
            case AssetEvent.AssetDescribed described -> {
                catalogFeed.fold(described, at);
                directory.fold(described);
            }
        }
    }

    private void fold(AccountEvent event) {
        switch (event) {
            case AccountEvent.AccountOpened opened -> settings.say(opened.settings(), opened.at());
            case AccountEvent.AccountChanged changed -> settings.say(changed.settings(), changed.at());
            case AccountEvent.RuleSetDefined defined -> ruleSets.define(defined);
            case AccountEvent.PipelineDefined defined -> {
                pipelines.define(defined);
                marks.allDeals();
            }
            case AccountEvent.RateSet set -> {
                rates.set(set);
                marks.allDeals();
            }
        }
    }

    /// Puts touches in order and tells what must be judged anew since the last time; the first time, everything.
    public Changes drain() {
        if (strands.areLoose()) compact();
        else if (!acts.index().isBuilt()) layout.buildIndex();
        strands.sort();
        compaction.goOn();
        var catalog = history.catalog();
        var premises = catalog != drainedCatalog || !settings.present().equals(drainedSettings);
        if (drainedSettings != null && !AccountSettings.judgeAlike(settings.present(), drainedSettings)) {
            deals.findChanged();
            marks.everything();
        }
        if (marks.areAllDeals()) deals.findChanged();
        deals.assemble();
        var catalogChanges = history.takeChanges();
        var changes = marks.isEverything() ? Changes.EVERYTHING : changed(premises, catalogChanges);
        marks.clear();
        drainedCatalog = catalog;
        drainedSettings = settings.present();
        return changes;
    }

    private Changes changed(boolean premises, CatalogChanges catalogChanges) {
        if (!catalogChanges.isEmpty()) {
            new CatalogScan(strands, acts.index(), marks, hands)
                    .markStrands(catalogChanges, history.catalog(), arrivals());
        }
        markPersons(marks.strands());
        var changes = Changes.of(premises, markedPersons(), marks.deals().ascending());
        if (marks.forgettingStrands().size() == 0) return changes;
        markPersons(marks.forgettingStrands());
        return changes.withForgetting(markedPersons(), marks.deals().ascending());
    }

    private void markPersons(Numbers marked) {
        for (var i = 0; i < marked.size(); i++) {
            var strand = marked.get(i);
            meetings.markPersons(strand, strands.isBrowser(strand));
        }
    }

    /// Marks their deals too.
    private int[] markedPersons() {
        var persons = marks.persons().ascending();
        for (var person : persons) {
            var holder = strands.holder(person);
            if (holder >= 0) for (var deal : contacts.dealsOf(holder)) marks.deal(deals.survivor(deal));
        }
        return persons;
    }

    /// Lays all touches close together, persons in the order of their numbers, and gives back what is unused. Worth
    /// it after many facts at once.
    public void compact() {
        if (strands.isCompact()) return;
        layout.lay();
        compaction.isDone();
        acts.trim();
        contacts.trim();
        meetings.trim(strands.size());
    }

    /// How many persons have numbers; some of them are nobody (by now).
    public int people() {
        return strands.size();
    }

    /// A cursor over persons for one thread.
    public People cursor() {
        return new People(strands, contacts, identifications);
    }

    /// How many touches there are.
    public long touches() {
        return strands.touches();
    }

    /// Rows that lie idle, as a share of all touches.
    double idle() {
        return (double) strands.idle() / strands.touches();
    }

    /// How many contacts have numbers, merged ones too.
    public int contacts() {
        return contacts.size();
    }

    public String contactId(int contact) {
        return contacts.id(contact);
    }

    /// The number of the contact with this id, also of one that was merged into another.
    public OptionalInt findContact(String id) {
        return contacts.find(id);
    }

    /// The contact that a contact is by now: itself, or the one it was merged into (D-5).
    public int survivor(int contact) {
        return contacts.survivor(contact);
    }

    /// The person that a contact is; for a merged one that of the survivor.
    public int personOf(int contact) {
        return contacts.personOf(contact);
    }

    /// How many deals have numbers, deleted and merged ones too.
    public int deals() {
        return deals.size();
    }

    /// How a deal stands at present; the same object until something changes.
    public Deal deal(int number) {
        return deals.deal(number);
    }

    public String dealId(int deal) {
        return deals.id(deal);
    }

    public OptionalInt findDeal(String id) {
        return deals.find(id);
    }

    /// Numbers of the deals that a contact was ever associated with, ascending; merged deals are left out.
    public int[] dealsOf(int contact) {
        return Arrays.stream(contacts.dealsOf(contact))
                .filter(deal -> deals.survivor(deal) == deal)
                .toArray();
    }

    public Settings settings() {
        return settings.present();
    }

    /// The rule sets there are for the account.
    public RuleSets ruleSets() {
        return ruleSets;
    }

    /// Name of the rule set that the account chose.
    public String ruleSet() {
        return settings.ruleSet();
    }

    public Catalog catalog() {
        return history.catalog();
    }

    /// Numbers of assets and campaigns by their ids.
    public CatalogHistory history() {
        return history;
    }

    public Arrivals arrivals() {
        return acts.arrivals().arrivals();
    }

    public Ties ties() {
        return texts;
    }

    /// What things are called and how they stand at present.
    public FullDirectory directory() {
        return directory;
    }
}
