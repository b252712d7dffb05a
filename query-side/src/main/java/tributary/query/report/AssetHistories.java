package tributary.query.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tributary.attribution.Kind;
import tributary.attribution.journey.Strand;
import tributary.attribution.journey.Touches;
import tributary.attribution.judge.Premises;

/// Counts some assets' own history in a range: every act with them that is a person's, whoever did it, before
/// association too (A4). A form submission counts for its form and for the page it was sent from.
final class AssetHistories {
    private static final Kind[] KINDS = Kind.values();
    private static final AssetCounter[] COUNTERS = AssetCounter.values();
    private static final int FORM_SUBMISSION = Kind.FORM_SUBMISSION.ordinal();
    private static final int PAGE_VIEW = Kind.PAGE_VIEW.ordinal();
    private static final int NOT_ASKED = -1;

    private final Premises premises;
    private final long fromMicros;
    private final long toMicros;
    private final int[] placeByAsset;
    private final long[][] counts;

    /// @param assets numbers of those to count
    AssetHistories(Premises premises, ReportRange range, int[] assets) {
        this.premises = premises;
        var zone = premises.settings().zone();
        this.fromMicros = startOf(range.from(), zone);
        this.toMicros = startOf(range.to().plusDays(1), zone);
        this.placeByAsset = new int[premises.catalog().assets()];
        this.counts = new long[assets.length][COUNTERS.length];
        Arrays.fill(placeByAsset, NOT_ASKED);
        for (var place = 0; place < assets.length; place++) placeByAsset[assets[place]] = place;
    }

    private static long startOf(LocalDate day, ZoneId zone) {
        return TimeUnit.SECONDS.toMicros(day.atStartOfDay(zone).toEpochSecond());
    }

    /// Counts a strand; each is to be given once.
    void count(Strand strand) {
        var touches = strand.touches();
        for (var row = strand.from(); row < strand.to(); row++) {
            var at = touches.at(row);
            if (at >= fromMicros && at < toMicros) count(touches, row);
        }
    }

    private void count(Touches touches, int row) {
        var kind = touches.kind(row);
        if (!premises.verdicts().isPerson(touches, row)) return;
        if (kind != PAGE_VIEW) count(touches.asset(row), kind);
        if (kind == PAGE_VIEW || kind == FORM_SUBMISSION) count(premises.page(touches, row), kind);
    }

    private void count(int asset, int kind) {
        if (asset < 0 || placeByAsset[asset] == NOT_ASKED) return;
        for (var counter : AssetCounter.of(KINDS[kind])) counts[placeByAsset[asset]][counter.ordinal()]++;
    }

    /// The counters of one of the assets: those that fit its type, and whatever else happened with it.
    Map<String, Long> of(int asset) {
        var fitting = AssetCounter.fitting(premises.catalog().typeOf(asset));
        var told = new LinkedHashMap<String, Long>();
        for (var counter : COUNTERS) {
            var count = counts[placeByAsset[asset]][counter.ordinal()];
            if (count > 0 || fitting.contains(counter)) told.put(counter.word(), count);
        }
        return told;
    }
}
