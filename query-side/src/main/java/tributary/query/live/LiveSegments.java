package tributary.query.live;

import java.util.Set;
import tributary.events.AccountId;
import tributary.query.cluster.SegmentHolder;
import tributary.query.cluster.Segments;
import tributary.store.Facts;

/// Holds the ledgers of segments. They are built beside those in use while facts go on; the last facts are folded
/// while nobody else folds, so that the stream, which passed over them until then, goes on without gaps or doubles.
final class LiveSegments implements SegmentHolder {
    /// With fewer facts to go than this, the stream may wait for them.
    private static final int FEW = 16;
    /// When facts come faster than they are caught up with, the stream has to wait for more.
    private static final int CATCH_UPS = 20;

    private final Facts facts;
    private final Ledgers ledgers;
    private final Beginnings beginnings;
    private final Rebuild rebuild;
    private final Stoppages stoppages;
    private final int lanes;

    LiveSegments(Facts facts, Ledgers ledgers, Beginnings beginnings, Rebuild rebuild, Stoppages stoppages, int lanes) {
        this.facts = facts;
        this.ledgers = ledgers;
        this.beginnings = beginnings;
        this.rebuild = rebuild;
        this.stoppages = stoppages;
        this.lanes = lanes;
    }

    @Override
    public void load(Set<Integer> segments) {
        var coming = ledgers.beside();
        var loader = new Loader(segments, new JourneyProjection(coming, stoppages));
        loader.begin(coming);
        loader.catchUp();
        coming.judgeAll();
        for (var times = 0; times < CATCH_UPS && facts.head() - loader.reached > FEW; times++) loader.catchUp();
        ledgers.hold(segments, coming, loader::catchUp);
    }

    @Override
    public void drop(int segment) {
        ledgers.drop(segment);
    }

    /// Folds facts of some segments.
    private final class Loader {
        private final Set<Integer> segments;
        private final JourneyProjection projection;
        private long reached;

        Loader(Set<Integer> segments, JourneyProjection projection) {
            this.segments = segments;
            this.projection = projection;
        }

        void begin(Ledgers coming) {
            reached = beginnings.into(coming, this::wants);
        }

        void catchUp() {
            reached = rebuild.into(projection, this::wants, reached, lanes);
        }

        private boolean wants(AccountId account) {
            return segments.contains(Segments.of(account));
        }
    }
}
