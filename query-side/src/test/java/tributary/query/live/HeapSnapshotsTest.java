package tributary.query.live;

class HeapSnapshotsTest extends JourneySnapshotsContract {
    @Override
    protected JourneySnapshots snapshots() {
        return new HeapSnapshots();
    }
}
