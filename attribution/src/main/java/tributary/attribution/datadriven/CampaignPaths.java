package tributary.attribution.datadriven;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Paths of campaigns, each the steps that led to a won deal or to none: one behind the other in packed arrays. A
/// path without any step is kept only for its amount.
///
/// Whoever collects says the steps of a path, then how it ended. In what order paths are collected does not matter.
public final class CampaignPaths implements IntConsumer {
    private int[] steps = new int[64];
    private int[] ends = new int[16];
    private boolean[] converted = new boolean[16];
    private int[] day = new int[16];
    private long[] amount = new long[16];
    private int size;
    private int begun;
    private int stepped;

    /// The next step of the path in the making.
    ///
    /// @param campaign number of the campaign
    @Override
    public void accept(int campaign) {
        if (stepped == steps.length) steps = Arrays.copyOf(steps, stepped * 2);
        steps[stepped++] = campaign;
    }

    /// The path in the making led to a won deal.
    ///
    /// @param closeDay epoch day of its effective close date
    /// @param amountMinor minor units of the account's currency, of either sign
    public void converted(int closeDay, long amountMinor) {
        end(true, closeDay, amountMinor);
    }

    /// The path in the making led to no won deal. Without a step there was no path.
    public void ended() {
        if (stepped > begun) end(false, 0, 0);
    }

    private void end(boolean isConverted, int closeDay, long amountMinor) {
        if (size == ends.length) grow();
        ends[size] = stepped;
        converted[size] = isConverted;
        day[size] = closeDay;
        amount[size] = amountMinor;
        size++;
        begun = stepped;
    }

    private void grow() {
        ends = Arrays.copyOf(ends, size * 2);
        converted = Arrays.copyOf(converted, size * 2);
        day = Arrays.copyOf(day, size * 2);
        amount = Arrays.copyOf(amount, size * 2);
    }

    /// How many paths there are.
    public int size() {
        return size;
    }

    /// How many paths with a step led to a won deal, or to none.
    public int count(boolean leadingToDeal) {
        return (int) IntStream.range(0, size)
                .filter(path -> converted[path] == leadingToDeal && from(path) < to(path))
                .count();
    }

    /// What all deals are worth that a path with a step led to, in minor units.
    public long creditable() {
        return IntStream.range(0, size)
                .filter(path -> from(path) < to(path))
                .mapToLong(path -> amount[path])
                .sum();
    }

    /// How many campaigns are on them, each counted once.
    public int campaignsMet() {
        return (int) IntStream.of(steps).limit(stepped).distinct().count();
    }

    /// Numbers of the campaigns that are a step of any path, each once, in the order of their ids: the order in
    /// which everything is added up and equal remainders are given (so numbers play no part).
    int[] campaigns(IntFunction<String> id) {
        return IntStream.of(steps)
                .limit(stepped)
                .distinct()
                .boxed()
                .sorted((a, b) -> id.apply(a).compareTo(id.apply(b)))
                .mapToInt(campaign -> campaign)
                .toArray();
    }

    /// The place where a path's steps begin.
    int from(int path) {
        return path == 0 ? 0 : ends[path - 1];
    }

    /// The place after a path's last step.
    int to(int path) {
        return ends[path];
    }

    /// The campaign of a step.
    int campaign(int place) {
        return steps[place];
    }

    boolean isConverted(int path) {
        return converted[path];
    }

    int day(int path) {
        return day[path];
    }

    long amount(int path) {
        return amount[path];
    }
}
