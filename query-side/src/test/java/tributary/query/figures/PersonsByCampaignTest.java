package tributary.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonsByCampaignTest {
    private static final int FAR = 10_000_000;

    private final PersonsByCampaign where = new PersonsByCampaign();

    @Test
    void whoever_is_in_a_list_is_found_with_seven_others_at_most() {
        where.add(3, influence(3, 5), 0);
        where.add(FAR, influence(9, 5), 0);

        assertThat(found(5)).isEqualTo(groups(0, FAR));
        assertThat(found(Figures.ACCOUNT)).isEqualTo(groups(0, FAR));
        assertThat(found(4)).isEmpty();
        assertThat(found(70_000)).isEmpty();
    }

    @Test
    void who_only_had_sessions_or_is_no_contact_is_in_no_list() {
        where.add(3, new long[] {contact(3) | 2, Entry.of(Entry.SESSION, 5, 19_000)}, 0);
        where.add(4, influence(-1, 5), 0);

        assertThat(found(5)).isEmpty();
        assertThat(found(Figures.ACCOUNT)).isEmpty();
    }

    @Test
    void what_was_seen_apart_is_joined() {
        var other = new PersonsByCampaign();
        where.add(3, influence(3, 5), 0);
        other.add(2_000, influence(4, 5), 0);
        other.add(4_100, influence(6, 77), 0);
        where.addAll(other);

        assertThat(found(5)).isEqualTo(groups(0, 2_000));
        assertThat(found(77)).isEqualTo(groups(4_096));
        assertThat(found(Figures.ACCOUNT)).isEqualTo(groups(0, 2_000, 4_096));
    }

    private static long[] influence(int contact, int campaign) {
        return new long[] {contact(contact) | 3, Entry.of(Entry.INFLUENCE, campaign, 1), 0};
    }

    private static long contact(int contact) {
        return (long) (contact + 1) << Integer.SIZE;
    }

    private List<Integer> found(int campaign) {
        var found = new ArrayList<Integer>();
        where.each(campaign, found::add);
        return found;
    }

    private static List<Integer> groups(int... firsts) {
        return IntStream.of(firsts)
                .flatMap(first -> IntStream.range(first, first + 8))
                .boxed()
                .toList();
    }
}
