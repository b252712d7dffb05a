package tributary.attribution.credit;

import java.math.BigInteger;
import java.util.Arrays;

/// Largest remainders: each part is rounded down, then the parts with the largest remainders get one unit more, the
/// earlier of equal ones first, until all is given.
public final class Remainders {
    /// From here on doubles no longer hold every whole number.
    private static final long EXACT_IN_DOUBLE = 1L << 52;

    private static final double DOUBLE_SCALE = 1L << 40;

    private long[] remainder = new long[16];
    private long[] sorted = new long[16];
    private long[] scaled = new long[16];

    /// Splits by whole weights that add up to `whole`.
    ///
    /// @param amount 0 or more
    /// @param length so many places are meant
    /// @param parts filled with one part per place; they add up to the amount
    public void split(long amount, long[] weights, long whole, int length, long[] parts) {
        makeRoom(length);
        var left = amount;
        var divided = -1L;
        for (var place = 0; place < length; place++) {
            var weight = weights[place];
            if (weight == divided) { // as most are
                parts[place] = parts[place - 1];
                remainder[place] = remainder[place - 1];
            } else {
                divide(amount, weight, whole, place, parts);
                divided = weight;
            }
            left -= parts[place];
        }
        give(left, length, parts);
    }

    private void divide(long amount, long weight, long whole, int place, long[] parts) {
        var product = amount * weight;
        if (Math.multiplyHigh(amount, weight) == 0 && product >= 0) {
            parts[place] = product / whole;
            remainder[place] = product % whole;
        } else {
            var share = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(weight))
                    .divideAndRemainder(BigInteger.valueOf(whole));
            parts[place] = share[0].longValueExact();
            remainder[place] = share[1].longValueExact();
        }
    }

    /// Splits by fractional weights that add up to `sum`: shares in doubles, parts whole.
    void split(long amount, double[] weights, double sum, int length, long[] parts) {
        if (amount >= EXACT_IN_DOUBLE) {
            splitHuge(amount, weights, sum, length, parts);
            return;
        }
        makeRoom(length);
        var left = amount;
        for (var place = 0; place < length; place++) {
            var share = amount * weights[place] / sum;
            parts[place] = (long) share;
            // Doubles that are not negative order like their bits.
            remainder[place] = Double.doubleToRawLongBits(share - parts[place]);
            left -= parts[place];
        }
        if (left >= 0) give(left, length, parts);
        else take(-left, length, parts);
    }

    /// Amounts beyond the precision of doubles are split by weights made whole.
    private void splitHuge(long amount, double[] weights, double sum, int length, long[] parts) {
        if (scaled.length < length) scaled = new long[length * 2];
        var whole = 0L;
        for (var place = 0; place < length; place++) {
            scaled[place] = Math.round(weights[place] / sum * DOUBLE_SCALE);
            whole += scaled[place];
        }
        split(amount, scaled, whole, length, parts);
    }

    private void makeRoom(int length) {
        if (remainder.length >= length) return;
        remainder = new long[length * 2];
        sorted = new long[length * 2];
    }

    /// Gives what is left, at most one unit a part: to all above the last remainder that gets one, then to the
    /// earliest of those that have exactly that.
    private void give(long left, int length, long[] parts) {
        if (left == 0) return;
        System.arraycopy(remainder, 0, sorted, 0, length);
        Arrays.sort(sorted, 0, length);
        var last = sorted[length - (int) left];
        var equal = left;
        for (var place = 0; place < length; place++) {
            if (remainder[place] <= last) continue;
            parts[place]++;
            equal--;
        }
        for (var place = 0; equal > 0; place++) {
            if (remainder[place] != last) continue;
            parts[place]++;
            equal--;
        }
    }

    /// Rounding in doubles may have given a unit too many: the latest parts that have any pay.
    private static void take(long tooMany, int length, long[] parts) {
        var left = tooMany;
        for (var place = length - 1; left > 0; place = place == 0 ? length - 1 : place - 1) {
            if (parts[place] == 0) continue;
            parts[place]--;
            left--;
        }
    }
}
