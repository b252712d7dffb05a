package tributary.attribution.judge;

import tributary.attribution.Kind;
import tributary.attribution.journey.Person;
import tributary.attribution.journey.Strand;
import tributary.attribution.journey.Touches;

/// Finds the session in which a contact was created by a conversion, and what led to it: last touch (NCL, D-30).
final class Conversion {
    private static final int PAGE_VIEW = Kind.PAGE_VIEW.ordinal();
    private static final int NOT_FOUND = -1;

    private final Premises premises;
    private final CampaignSet campaigns;
    private final Strand strand = new Strand();
    private Person person;
    private Person.Creation creation;
    private long gapMicros;
    private boolean watching;
    private boolean bySubmission;

    // The session that the last act seen belongs to, and the one of the conversion once found.
    private int sessionStart;
    private int start;
    private int act;
    private boolean excluded;
    private long lastAt;

    Conversion(Premises premises) {
        this.premises = premises;
        campaigns = new CampaignSet(premises.catalog().campaigns());
    }

    void begin(Person judged, long gap) {
        person = judged;
        gapMicros = gap;
        creation = judged.contact() == Touches.NONE ? null : judged.creation();
        start = NOT_FOUND;
        watching = false;
    }

    /// Only the strand in which the conversion lies is watched.
    void beginStrand(Strand begun) {
        watching = creation != null && creation.strand() == begun.number() && isConversion(creation.by());
        if (!watching) return;
        bySubmission = creation.by() == Person.Creation.By.SUBMISSION;
        begun.copyTo(strand);
    }

    /// Contacts made by a statement or any other act have no conversion (NCL-5).
    private static boolean isConversion(Person.Creation.By by) {
        return by == Person.Creation.By.SUBMISSION || by == Person.Creation.By.IDENTIFICATION;
    }

    /// Whether the conversion lies in this strand.
    boolean isWatching() {
        return watching;
    }

    void startSession(int row) {
        sessionStart = row;
    }

    /// An act in the running session, by whomever, of a strand that is watched.
    void seeInSession(Touches touches, int row, boolean sessionExcluded) {
        var at = touches.at(row);
        if (bySubmission ? at != creation.atMicros() || !isCreating(touches, row) : at > creation.atMicros()) return;
        start = sessionStart;
        act = row;
        excluded = sessionExcluded;
        lastAt = at;
    }

    private boolean isCreating(Touches touches, int row) {
        return touches.position(row) == creation.position() && touches.line(row) == creation.line();
    }

    void finish(PersonFindings out) {
        if (start == NOT_FOUND || excluded) return;
        if (!bySubmission && creation.atMicros() - lastAt >= gapMicros) return;
        campaigns.clear();
        addSession();
        if (bySubmission) addConvertingAct();
        for (var i = 0; i < campaigns.size(); i++) out.lastTouch(campaigns.get(i));
    }

    /// What the contact did in the session up to the conversion, acts of its very instant too (NCL-2).
    private void addSession() {
        var touches = strand.touches();
        for (var row = start; row < strand.to() && touches.at(row) <= creation.atMicros(); row++) {
            if (row > act && !strand.browser()) return;
            var kind = touches.kind(row);
            if (!Kind.of(kind).inBrowser() || !premises.verdicts().isPerson(touches, row)) continue;
            if (isMine(touches, row)) addAct(touches, row, kind);
        }
    }

    private boolean isMine(Touches touches, int row) {
        var named = touches.contact(row);
        return person.is(named != Touches.NONE ? named : strand.owner(touches.at(row)));
    }

    private void addAct(Touches touches, int row, int kind) {
        var at = touches.at(row);
        if (Premises.isVisit(kind, strand.browser())) addPage(premises.page(touches, row), at);
        var asset = touches.asset(row);
        if (kind == PAGE_VIEW || asset < 0) return;
        var flags = premises.verdicts().of(kind, premises.catalog().typeOf(asset));
        if ((flags & Verdicts.FORM) != 0) add(premises.holder(asset, at));
    }

    /// The page of conversion, and the UTM value of its URL (NCL-1a, NCL-2, NCL-3).
    private void addConvertingAct() {
        var touches = strand.touches();
        addPage(premises.page(touches, act), lastAt);
        var utm = premises.arrivals().utm(touches.arrival(act));
        var utms = premises.utms();
        for (var i = utms.first(utm); i < utms.end(utm); i++) if (utms.covers(i, lastAt)) add(utms.campaign(i));
    }

    private void addPage(int page, long at) {
        if (page < 0) return;
        var flags = premises.verdicts().of(PAGE_VIEW, premises.catalog().typeOf(page));
        if ((flags & Verdicts.TRAFFIC) != 0) add(premises.holder(page, at));
    }

    private void add(int campaign) {
        if (campaign >= 0) campaigns.add(campaign);
    }
}
