package tributary.query.journey;

import java.util.HashMap;
import java.util.Map;
import tributary.attribution.AssetType;
import tributary.attribution.Doubt;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;
import tributary.attribution.journey.CatalogHistory;
import tributary.attribution.journey.Person.Creation;
import tributary.attribution.journey.Person.Creation.By;
import tributary.attribution.journey.Touches;
import tributary.attribution.source.WebAddress;
import tributary.events.Asset;
import tributary.events.Interaction;
import tributary.events.InteractionsRecorded;
import tributary.events.Origin;

/// Folds interactions: each becomes a touch in its strand, and perhaps an identification (D-3) and the creation of
/// its contact (D-1).
final class Acts {
    private static final AssetType[] TYPES = AssetType.values();
    private static final Kind[] KINDS = Kind.values();

    private final CatalogHistory history;
    private final Strands strands;
    private final Browsers browsers;
    private final Contacts contacts;
    private final Meetings meetings;
    private final Marks marks;
    private final ArrivalReader arrivals = new ArrivalReader();
    private final StrandIndex index = new StrandIndex(arrivals.arrivals());
    private final Map<Asset, Integer> assets = new HashMap<>();

    Acts(
            CatalogHistory history,
            Strands strands,
            Browsers browsers,
            Contacts contacts,
            Meetings meetings,
            Marks marks) {
        this.history = history;
        this.strands = strands;
        this.browsers = browsers;
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

    void fold(InteractionsRecorded batch, int position) {
        var acts = batch.interactions();
        for (var line = 0; line < acts.size(); line++) fold(acts.get(line), position, line);
    }

    private void fold(Interaction act, int position, int line) {
        var contact = act.contact() == null
                ? Touches.NONE
                : contacts.number(act.contact().value());
        if (act.visitor() == null && contact == Touches.NONE) return; // nobody's
        var at = Micros.of(act.at());
        var kind = KINDS[act.kind().ordinal()];
        var doubt = act.bot() == null ? Doubt.NONE : doubt(act);
        var strand = act.visitor() == null ? contacts.ownPerson(contact) : browser(act.visitor());
        var row = strands.append(strand, at);
        var block = strands.block(strand);
        block.set(
                row,
                at,
                kind,
                doubt,
                origin(act.origin()),
                act.byAddress(),
                asset(act.asset()),
                page(act, kind),
                arrivals.number(act.url(), act.referrer(), act.keyword()),
                contact,
                position,
                line);
        index.add(strand, block, strands.from(strand), row);
        marks.strand(strand);
        if (contact != Touches.NONE) meet(act, kind, doubt, contact, strand, at, position, line);
    }

    private void meet(
            Interaction act, Kind kind, Doubt doubt, int contact, int strand, long at, int position, int line) {
        meetings.meet(contact, strand);
        var isSubmission = kind == Kind.FORM_SUBMISSION || kind == Kind.CTA_SUBMISSION;
        if (isSubmission && act.visitor() != null) meetings.submitted(strand, at, contact, position, line, act);
        if (!act.byAddress() || !contacts.mayCreate(contact, at)) return;
        contacts.create(
                contact,
                new Creation(
                        at,
                        isSubmission ? By.SUBMISSION : By.OTHER_ACT,
                        kind,
                        isSubmission ? strand : Touches.NONE,
                        position,
                        line,
                        doubt.ordinal()));
    }

    /// The strand of a browser, made now if it is new.
    int browser(String token) {
        var known = browsers.find(token);
        if (known != Touches.NONE) return known;
        var strand = strands.add(Touches.NONE);
        browsers.addMissed(strand);
        return strand;
    }

    /// The number of an asset, as it is named in touches.
    int asset(Asset asset) {
        if (asset == null) return Touches.NONE;
        var known = assets.get(asset);
        if (known != null) return known;
        var number = history.asset(TYPES[asset.type().ordinal()], asset.id());
        assets.put(asset, number);
        return number;
    }

    /// Where it happened: what was sent, else what the URL stands for (D-16, D-30). A page view of a known page
    /// needs no other.
    private int page(Interaction act, Kind kind) {
        if (act.page() != null) return asset(act.page());
        if (act.url() == null || !kind.inBrowser() || kind == Kind.PAGE_VIEW && act.asset() != null)
            return Touches.NONE;
        return Touches.byUrl(history.url(WebAddress.pageKey(act.url())));
    }

    private static Doubt doubt(Interaction act) {
        return switch (act.bot()) {
            case KNOWN_BOT -> Doubt.KNOWN_BOT;
            case IP_EXCLUDED -> Doubt.IP_EXCLUDED;
            case APPLE_PRIVACY -> Doubt.APPLE_PRIVACY;
            case SCANNER -> Doubt.SCANNER;
        };
    }

    private static SessionOrigin origin(Origin origin) {
        if (origin == null) return SessionOrigin.NONE;
        return switch (origin.type()) {
            case AD -> SessionOrigin.AD;
            case CTA -> SessionOrigin.CTA;
            case WORKFLOW -> SessionOrigin.WORKFLOW;
        };
    }
}
