package tributary.query.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.Still;

/// Small sets of numbers, one for each owner, most of them of one member at most. Ascending.
final class NumberSets {
    private static final int EMPTY = -1;
    private static final int[] NOTHING = {};

    /// The only member, or [#EMPTY], or `-2 - place` in `many`.
    private int[] sole = {};

    private final List<int[]> many = new ArrayList<>();

    /// @return whether it was not there before
    boolean add(int owner, int member) {
        ensure(owner);
        var known = sole[owner];
        if (known == member) return false;
        if (known == EMPTY) sole[owner] = member;
        else if (known >= 0) {
            many.add(new int[] {Math.min(known, member), Math.max(known, member)});
            sole[owner] = -1 - many.size();
        } else return addToMany(-2 - known, member);
        return true;
    }

    private void ensure(int owner) {
        if (owner < sole.length) return;
        var size = sole.length;
        sole = Room.in(sole, owner + 1);
        Arrays.fill(sole, size, sole.length, EMPTY);
    }

    private boolean addToMany(int place, int member) {
        var members = many.get(place);
        var found = Arrays.binarySearch(members, member);
        if (found >= 0) return false;
        var at = -1 - found;
        var grown = Arrays.copyOf(members, members.length + 1);
        System.arraycopy(members, at, grown, at + 1, members.length - at);
        grown[at] = member;
        many.set(place, grown);
        return true;
    }

    void addAll(int owner, int from) {
        for (var i = 0; i < size(from); i++) add(owner, get(from, i));
    }

    int size(int owner) {
        if (owner >= sole.length || sole[owner] == EMPTY) return 0;
        return sole[owner] >= 0 ? 1 : many.get(-2 - sole[owner]).length;
    }

    int get(int owner, int index) {
        return sole[owner] >= 0 ? sole[owner] : many.get(-2 - sole[owner])[index];
    }

    /// Must not be changed.
    int[] all(int owner) {
        return switch (size(owner)) {
            case 0 -> NOTHING;
            case 1 -> new int[] {get(owner, 0)};
            default -> many.get(-2 - sole[owner]);
        };
    }

    /// Sets of many are replaced, never changed.
    Still still() {
        var ones = sole.clone();
        var others = List.copyOf(many);
        return out -> {
            out.ints(ones, ones.length);
            out.number(others.size());
            for (var members : others) out.ints(members, members.length);
        };
    }

    void read(ColumnsIn in) {
        sole = in.ints();
        for (var left = in.integer(); left > 0; left--) many.add(in.ints());
    }

    /// Owners that may have members are less.
    int owners() {
        return sole.length;
    }

    /// Gives back what is unused.
    ///
    /// @param owners how many there are
    void trim(int owners) {
        if (sole.length > owners) sole = Arrays.copyOf(sole, owners);
    }
}
