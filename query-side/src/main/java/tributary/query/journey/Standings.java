package tributary.query.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.Still;
import tributary.events.ContactEvent.Source;
import tributary.query.directory.ContactEntry.Status;

/// How contacts stand and what was said about them last, by `at`, then by recording.
final class Standings {
    private static final Status[] STATUS = Status.values();
    private static final Source[] SOURCE = Source.values();

    private final Map<String, Integer> stageNumbers = new HashMap<>();
    private final List<String> stages = new ArrayList<>();
    private byte[] status = {};
    private long[] statusAt = {};
    private byte[] source = {};
    private long[] sourceAt = {};
    private int[] stage = {};
    private long[] stageAt = {};

    private void ensure(int contact) {
        var known = status.length;
        if (contact < known) return;
        status = Room.in(status, contact + 1);
        source = Room.in(source, contact + 1);
        stage = Room.in(stage, contact + 1);
        statusAt = neverSaid(statusAt, contact);
        sourceAt = neverSaid(sourceAt, contact);
        stageAt = neverSaid(stageAt, contact);
    }

    private static long[] neverSaid(long[] column, int contact) {
        var grown = Room.in(column, contact + 1);
        Arrays.fill(grown, column.length, grown.length, Long.MIN_VALUE);
        return grown;
    }

    /// An erasure is for good (D-6).
    void stands(int contact, Status now, long at) {
        ensure(contact);
        if (status[contact] == Status.ERASED.ordinal()) return;
        if (now != Status.ERASED && at < statusAt[contact]) return;
        status[contact] = (byte) now.ordinal();
        statusAt[contact] = at;
    }

    Status status(int contact) {
        return contact < status.length ? STATUS[status[contact]] : Status.LIVING;
    }

    void comesFrom(int contact, Source said, long at) {
        ensure(contact);
        if (said == null || at < sourceAt[contact]) return;
        source[contact] = (byte) (said.ordinal() + 1);
        sourceAt[contact] = at;
    }

    Optional<Source> source(int contact) {
        return contact < source.length && source[contact] != 0
                ? Optional.of(SOURCE[source[contact] - 1])
                : Optional.empty();
    }

    /// An empty stage clears it.
    void isIn(int contact, String said, long at) {
        ensure(contact);
        if (said == null || at < stageAt[contact]) return;
        stage[contact] = stageNumber(said);
        stageAt[contact] = at;
    }

    private int stageNumber(String text) {
        return stageNumbers.computeIfAbsent(text, added -> {
            stages.add(added);
            return stages.size();
        });
    }

    Optional<String> stage(int contact) {
        if (contact >= stage.length || stage[contact] == 0) return Optional.empty();
        return Optional.of(stages.get(stage[contact] - 1)).filter(text -> !text.isEmpty());
    }

    Still still() {
        var texts = List.copyOf(stages);
        var bytes = List.of(status.clone(), source.clone());
        var stageNumbers = stage.clone();
        var instants = List.of(statusAt.clone(), sourceAt.clone(), stageAt.clone());
        return out -> {
            out.texts(texts);
            bytes.forEach(column -> out.bytes(column, column.length));
            out.ints(stageNumbers, stageNumbers.length);
            instants.forEach(column -> out.longs(column, column.length));
        };
    }

    void read(ColumnsIn in) {
        for (var text : in.texts()) stageNumber(text);
        status = in.bytes();
        source = in.bytes();
        stage = in.ints();
        statusAt = in.longs();
        sourceAt = in.longs();
        stageAt = in.longs();
    }

    /// Gives back what is unused.
    ///
    /// @param contacts how many there are
    void trim(int contacts) {
        if (status.length <= contacts) return;
        status = Arrays.copyOf(status, contacts);
        source = Arrays.copyOf(source, contacts);
        stage = Arrays.copyOf(stage, contacts);
        statusAt = Arrays.copyOf(statusAt, contacts);
        sourceAt = Arrays.copyOf(sourceAt, contacts);
        stageAt = Arrays.copyOf(stageAt, contacts);
    }
}
