package tributary.store.codec;

import java.util.function.Function;

/// Reads one component of all interactions. Equal values become one object.
final class ColumnReader {
    static final int ABSENT = 0;
    /// The first value that was not referred to yet.
    static final int NEXT = 1;
    /// Added to the number of a value that was referred to before.
    static final int EARLIER = 2;

    private ColumnReader() {}

    /// Fills `values`, one for each interaction; absent ones stay `null`.
    static <T> T[] read(Cursor in, Function<String, T> value, T[] values) {
        int different = in.getCount();
        if (different == 0) return values;
        var lengths = new int[different];
        for (int i = 0; i < different; i++) lengths[i] = in.getCount();
        var dictionary = new Object[different];
        for (int i = 0; i < different; i++) dictionary[i] = value.apply(in.getText(lengths[i]));
        refer(in, dictionary, values);
        return values;
    }

    @SuppressWarnings("unchecked")
    private static <T> void refer(Cursor in, Object[] dictionary, T[] values) {
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            int reference = in.getCount();
            if (reference == NEXT) values[i] = (T) dictionary[next++];
            else if (reference != ABSENT) values[i] = (T) dictionary[reference - EARLIER];
        }
    }
}
