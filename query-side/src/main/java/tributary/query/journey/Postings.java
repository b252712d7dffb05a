package tributary.query.journey;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// For each of many subjects the numbers that were put there, each as its distance from the one before, in one to
/// four bytes mostly. A number may be there more than once.
final class Postings {
    private static final byte[] NOTHING = {};
    private static final int CONTINUED = 0x80;
    private static final int MOST_BYTES = 5;

    private byte[][] lists = {};
    private int[] used = {};
    /// The number put last, plus one.
    private int[] last = {};

    void add(int subject, int number) {
        if (subject >= lists.length) reach(subject + 1);
        if (last[subject] == number + 1) return;
        var distance = number + 1 - last[subject];
        last[subject] = number + 1;
        write(subject, distance << 1 ^ distance >> Integer.SIZE - 1);
    }

    private void write(int subject, int coded) {
        var at = used[subject];
        if (at + MOST_BYTES > lists[subject].length)
            lists[subject] = Arrays.copyOf(lists[subject], Room.capacity(at + MOST_BYTES));
        var list = lists[subject];
        var rest = coded;
        for (; (rest & ~(CONTINUED - 1)) != 0; rest >>>= 7) list[at++] = (byte) (rest | CONTINUED);
        list[at++] = (byte) rest;
        used[subject] = at;
    }

    /// Puts behind all that is here what others put elsewhere, as if they had put it here.
    void addAll(Postings others) {
        for (var subject = 0; subject < others.lists.length; subject++)
            if (others.used[subject] > 0) addAll(subject, others);
    }

    private void addAll(int subject, Postings others) {
        var theirs = others.lists[subject];
        var at = 0;
        var coded = 0;
        do coded |= (theirs[at] & CONTINUED - 1) << 7 * at;
        while (theirs[at++] < 0);
        add(subject, distance(coded) - 1);
        var rest = others.used[subject] - at;
        if (used[subject] + rest > lists[subject].length)
            lists[subject] = Arrays.copyOf(lists[subject], used[subject] + rest);
        System.arraycopy(theirs, at, lists[subject], used[subject], rest);
        used[subject] += rest;
        last[subject] = others.last[subject];
    }

    private void reach(int subjects) {
        var known = lists.length;
        var size = Room.capacity(subjects);
        lists = Arrays.copyOf(lists, size);
        Arrays.fill(lists, known, size, NOTHING);
        used = Arrays.copyOf(used, size);
        last = Arrays.copyOf(last, size);
    }

    void each(int subject, IntConsumer out) {
        if (subject >= lists.length) return;
        var list = lists[subject];
        var number = 0;
        for (var at = 0; at < used[subject]; ) {
            var coded = 0;
            var shift = 0;
            byte part;
            do {
                part = list[at++];
                coded |= (part & CONTINUED - 1) << shift;
                shift += 7;
            } while (part < 0);
            number += distance(coded);
            out.accept(number - 1);
        }
    }

    private static int distance(int coded) {
        return coded >>> 1 ^ -(coded & 1);
    }

    /// Gives back what is unused.
    void trim() {
        for (var subject = 0; subject < lists.length; subject++)
            if (lists[subject].length > used[subject]) lists[subject] = Arrays.copyOf(lists[subject], used[subject]);
    }
}
