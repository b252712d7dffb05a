package tributary.query.journey;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tributary.attribution.AssetType;
import tributary.attribution.Kind;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.Still;
import tributary.attribution.journey.CatalogHistory;
import tributary.attribution.journey.Person.Creation;
import tributary.attribution.journey.Person.Creation.By;
import tributary.attribution.journey.TextHash;
import tributary.attribution.journey.Touches;
import tributary.attribution.source.WebAddress;
import tributary.events.Asset;
import tributary.store.codec.InteractionColumns;
import tributary.store.codec.TextColumn;

/// Folds interactions: each becomes a touch in its strand, and perhaps an identification (D-3) and the creation of
/// its contact (D-1).
final class Acts {
    private static final AssetType[] TYPES = AssetType.values();

    private final CatalogHistory history;
    private final Strands strands;
    private final Contacts contacts;
    private final Meetings meetings;
    private final Marks marks;
    private final ArrivalReader arrivals = new ArrivalReader();
    private final StrandIndex index = new StrandIndex(arrivals.arrivals());
    private final TextHash hash = new TextHash();
    private final Hashes browsers = new Hashes();
    private final Hashes assets = new Hashes();

    // What the texts of the batch that is folded have for numbers.
    private int[] browserOf = {};
    private int[] contactOf = {};
    /// When those with numbers were created, as far as was known before the batch.
    private long[] createdAt = {};
    private int[] assetOf = {};
    private int[] pageOf = {};
    private int[] byUrl = {};

    Acts(CatalogHistory history, Strands strands, Contacts contacts, Meetings meetings, Marks marks) {
        this.history = history;
        this.strands = strands;
        this.contacts = contacts;
        this.meetings = meetings;
        this.marks = marks;
    }

    ArrivalReader arrivals() {
        return arrivals;
    }

    StrandIndex index() {
        return index;
    }

    /// What else is known here is found again.
    Still still() {
        var numbers = browsers.copy();
        return Still.of(arrivals.arrivals().still(), numbers::write);
    }

    void read(ColumnsIn in) {
        arrivals.read(in);
        browsers.read(in);
    }

    void fold(PreparedActs acts, int position) {
        browserOf = known(acts.visitors(), browsers, browserOf);
        contactOf = contacts.known(acts.contacts(), contactOf);
        createdAt = contacts.createdAt(contactOf, acts.contacts().different(), createdAt);
        assetOf = known(acts.assets(), assets, assetOf);
        pageOf = known(acts.pages(), assets, pageOf);
        byUrl = Room.in(byUrl, acts.urls().different());
        Arrays.fill(byUrl, 0, acts.urls().different(), Touches.NONE);
        for (var line = 0; line < acts.size(); line++) fold(acts, position, line);
    }

    /// The numbers of names, [Touches#NONE] for those that have none yet. All together, so that the waits for
    /// memory overlap; numbers are given in the order of lines.
    static int[] known(Names names, Hashes numbers, int[] into) {
        var found = Room.in(into, names.different());
        for (var text = 0; text < names.different(); text++)
            found[text] = numbers.find(names.high(text), names.low(text));
        return found;
    }

    private void fold(PreparedActs acts, int position, int line) {
        var contact = contact(acts.contacts(), acts.contacts().text(line));
        var visitor = acts.visitors().text(line);
        if (visitor == TextColumn.ABSENT && contact == Touches.NONE) return; // nobody's
        var at = acts.at(line);
        var kind = acts.kind(line);
        var strand = visitor == TextColumn.ABSENT ? contacts.ownPerson(contact) : browser(acts.visitors(), visitor);
        var asset = asset(acts.assets(), acts.assets().text(line), assetOf);
        var page = page(acts, line, kind, asset);
        var arrival = arrivals.number(acts.arrivals(), line);
        strands.add(strand, at, kind.ordinal(), acts.flags(line), asset, page, arrival, contact, position, line);
        if (index.isBuilt()) index.add(strands, strand);
        marks.strand(strand);
        if (contact != Touches.NONE) meet(acts, kind, contact, strand, at, position, line);
    }

    private void meet(PreparedActs acts, Kind kind, int contact, int strand, long at, int position, int line) {
        meetings.meet(contact, strand);
        var isSubmission = kind == Kind.FORM_SUBMISSION || kind == Kind.CTA_SUBMISSION;
        if (isSubmission && strands.isBrowser(strand)) meetings.submitted(strand, at, contact, position, line, acts);
        if (!acts.byAddress(line) || at > createdAt[acts.contacts().text(line)]) return;
        contacts.create(
                contact,
                new Creation(
                        at,
                        isSubmission ? By.SUBMISSION : By.OTHER_ACT,
                        kind,
                        isSubmission ? strand : Touches.NONE,
                        position,
                        line,
                        acts.doubt(line).ordinal()));
    }

    private int contact(Names names, int text) {
        if (text == TextColumn.ABSENT) return Touches.NONE;
        if (contactOf[text] == Touches.NONE) contactOf[text] = contacts.add(names, text);
        return contactOf[text];
    }

    private int browser(Names names, int text) {
        if (browserOf[text] == Touches.NONE) browserOf[text] = addBrowser(names.high(text), names.low(text));
        return browserOf[text];
    }

    private int addBrowser(long high, long low) {
        var strand = strands.add(Touches.NONE);
        browsers.put(high, low, strand);
        return strand;
    }

    /// The strand of a browser, made now if it is new.
    int browser(String token) {
        var utf8 = token.getBytes(StandardCharsets.UTF_8);
        hash.begin().add(utf8, 0, utf8.length);
        var known = browsers.find(hash.high(), hash.low());
        return known != Touches.NONE ? known : addBrowser(hash.high(), hash.low());
    }

    /// Gives back what is unused.
    void trim() {
        browsers.trim();
    }

    private int asset(Names names, int text, int[] numbers) {
        if (text == TextColumn.ABSENT) return Touches.NONE;
        if (numbers[text] == Touches.NONE) numbers[text] = addAsset(names, text);
        return numbers[text];
    }

    /// Another column of the batch may have named it meanwhile.
    private int addAsset(Names names, int text) {
        var known = assets.find(names.high(text), names.low(text));
        if (known != Touches.NONE) return known;
        var number = asset(InteractionColumns.asset(names.column().text(text)));
        assets.put(names.high(text), names.low(text), number);
        return number;
    }

    /// The number of an asset, as it is named in touches.
    int asset(Asset asset) {
        return history.asset(TYPES[asset.type().ordinal()], asset.id());
    }

    /// Where it happened: what was sent, else what the URL stands for (D-16, D-30). A page view of a known page
    /// needs no other.
    private int page(PreparedActs acts, int line, Kind kind, int asset) {
        var page = acts.pages().text(line);
        if (page != TextColumn.ABSENT) return asset(acts.pages(), page, pageOf);
        var url = acts.urls().number(line);
        if (url == TextColumn.ABSENT || !kind.inBrowser() || kind == Kind.PAGE_VIEW && asset != Touches.NONE)
            return Touches.NONE;
        if (byUrl[url] == Touches.NONE)
            byUrl[url] =
                    Touches.byUrl(history.url(WebAddress.pageKey(acts.urls().text(url))));
        return byUrl[url];
    }
}
