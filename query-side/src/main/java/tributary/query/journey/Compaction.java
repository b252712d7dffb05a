package tributary.query.journey;

/// Lays the touches of all persons close together, in the order of their numbers, a few at a time between facts, so
/// that nobody waits for all of them.
final class Compaction {
    /// Begun when more than one in so many rows lies idle.
    private static final int MOST_IDLE = 5;
    /// So many touches are moved at least, which takes about a millisecond.
    private static final int STEP = 1 << 14;
    /// So many more for each touch that came since the last time: enough to end before as many lie idle again.
    private static final int FOR_EACH_NEW = 8;

    private final Strands strands;
    private final People people;
    private long touchesBefore;
    private boolean running;
    /// A person; behind all persons a strand, for those that changed their person meanwhile.
    private int next;
    private int end;

    Compaction(Strands strands, People people) {
        this.strands = strands;
        this.people = people;
    }

    /// Goes on a little, if there is anything worth it.
    void goOn() {
        var fresh = strands.touches() - touchesBefore;
        touchesBefore = strands.touches();
        if (!running && strands.idle() > strands.touches() / MOST_IDLE + Slabs.BLOCK) begin();
        for (var left = STEP + FOR_EACH_NEW * fresh; running && left > 0; ) left -= 1 + step();
    }

    private void begin() {
        strands.beginRelaying();
        running = true;
        next = 0;
        end = strands.size();
    }

    private int step() {
        if (next == 2 * end) {
            strands.endRelaying();
            running = false;
            return 0;
        }
        var now = next++;
        return now < end ? person(now) : strands.relay(now - end);
    }

    private int person(int number) {
        people.person(number);
        var moved = 0;
        for (var i = 0; i < people.strands(); i++) if (people.isHome(i)) moved += strands.relay(people.number(i));
        return moved;
    }

    /// Everything was laid anew at once.
    void isDone() {
        running = false;
        touchesBefore = strands.touches();
    }
}
