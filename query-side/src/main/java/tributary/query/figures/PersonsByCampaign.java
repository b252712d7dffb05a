package tributary.query.figures;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Where to look for the contacts that a campaign, or the account, has lists of: groups of persons with someone who was
/// ever in one of them. Whoever is not any more stays: who asks looks at each contribution anyway.
///
/// A bit for each group, in small pages that are there only where somebody is: a campaign with few contacts takes about
/// a kilobyte for each million persons.
final class PersonsByCampaign {
    /// Eight persons, whose contributions mostly lie together.
    private static final int GROUP_SHIFT = 3;

    private static final int WORDS_A_PAGE = 8;
    private static final int WORD_SHIFT = 6;
    private static final int PAGE_SHIFT = 9;

    /// The account's at 0, a campaign's behind its number: pages of words of groups.
    private long[][][] rows = {};

    /// Takes in what a person contributes.
    void add(int person, long[] longs, int start) {
        if (PersonContribution.contact(longs, start) < 0) return; // who is no contact is in no list
        var group = person >>> GROUP_SHIFT;
        var end = PersonContribution.end(longs, start);
        var any = false;
        for (var at = PersonContribution.entries(start); at < end; at += Entry.size(longs[at])) {
            if (Entry.what(longs[at]) == Entry.SESSION) continue;
            set(Entry.campaign(longs[at]) + 1, group);
            any = true;
        }
        if (any) set(0, group);
    }

    private void set(int row, int group) {
        page(row, group >>> PAGE_SHIFT)[group >>> WORD_SHIFT & WORDS_A_PAGE - 1] |= 1L << group;
    }

    private long[] page(int row, int number) {
        if (row >= rows.length) {
            var known = rows.length;
            rows = Arrays.copyOf(rows, Math.max(row + 1, known * 3 / 2));
            Arrays.fill(rows, known, rows.length, new long[0][]);
        }
        if (number >= rows[row].length) rows[row] = Arrays.copyOf(rows[row], number + 1);
        if (rows[row][number] == null) rows[row][number] = new long[WORDS_A_PAGE];
        return rows[row][number];
    }

    /// Takes in all that another one knows.
    void addAll(PersonsByCampaign other) {
        for (var row = 0; row < other.rows.length; row++) {
            for (var number = 0; number < other.rows[row].length; number++) {
                var theirs = other.rows[row][number];
                if (theirs == null) continue;
                var page = page(row, number);
                for (var word = 0; word < WORDS_A_PAGE; word++) page[word] |= theirs[word];
            }
        }
    }

    /// Tells the persons to look at, ascending.
    void each(int campaign, IntConsumer out) {
        var row = campaign - Figures.ACCOUNT;
        if (row >= rows.length) return;
        for (var number = 0; number < rows[row].length; number++)
            if (rows[row][number] != null) each(number << PAGE_SHIFT, rows[row][number], out);
    }

    private static void each(int firstGroup, long[] page, IntConsumer out) {
        for (var word = 0; word < WORDS_A_PAGE; word++) {
            for (var left = page[word]; left != 0; left &= left - 1) {
                var group = firstGroup + (word << WORD_SHIFT) + Long.numberOfTrailingZeros(left);
                for (var person = group << GROUP_SHIFT; person < group + 1 << GROUP_SHIFT; person++) out.accept(person);
            }
        }
    }
}
