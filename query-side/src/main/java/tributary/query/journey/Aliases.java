package tributary.query.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.Still;
import tributary.attribution.journey.Touches;

/// Which number stands for which, since things were merged: for all of time once the merge is recorded (D-5, D-42).
final class Aliases {
    private int[] survivor = {};

    /// What each merged number was merged into, and by the fact at which position.
    private record Merge(int gone, int into, long position) {}

    private final Map<Integer, Merge> merges = new HashMap<>();
    private final NumberSets absorbed = new NumberSets();

    /// The number that stands for this one by now; itself, unless it was merged.
    int survivor(int number) {
        return number < survivor.length && survivor[number] != Touches.NONE ? survivor[number] : number;
    }

    /// The number that stood for this one once all facts before `position` were recorded.
    int survivorBefore(int number, long position) {
        var merge = merges.get(number);
        while (merge != null && merge.position < position) {
            number = merge.into;
            merge = merges.get(number);
        }
        return number;
    }

    /// Merges what stands for `merged` into what stands for `primary`.
    ///
    /// @return the number that is no more, or [Touches#NONE] if both stood for the same
    int merge(int primary, int merged, long position) {
        var into = survivor(primary);
        var gone = survivor(merged);
        if (into == gone) return Touches.NONE;
        merges.put(gone, new Merge(gone, into, position));
        redirect(gone, into);
        for (var number : absorbed.all(gone)) redirect(number, into);
        absorbed.add(into, gone);
        absorbed.addAll(into, gone);
        return gone;
    }

    private void redirect(int number, int into) {
        var known = survivor.length;
        survivor = Room.in(survivor, number + 1);
        Arrays.fill(survivor, known, survivor.length, Touches.NONE);
        survivor[number] = into;
    }

    /// What was merged, in the order of recording: from it all else follows.
    Still still() {
        var all = new ArrayList<>(merges.values());
        all.sort(Comparator.comparingLong(Merge::position));
        return out -> {
            out.number(all.size());
            for (var merge : all) {
                out.number(merge.gone);
                out.number(merge.into);
                out.number(merge.position);
            }
        };
    }

    void read(ColumnsIn in) {
        for (var left = in.integer(); left > 0; left--) {
            var gone = in.integer();
            merge(in.integer(), gone, in.number());
        }
    }

    /// All numbers that a surviving number stands for beside itself.
    int[] absorbed(int survivor) {
        return absorbed.all(survivor);
    }
}
