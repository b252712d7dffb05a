package tributary.query.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FairShareTest {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Lease> leases = new ArrayList<>(Standing.UNKNOWN.leases());

    @Test
    void who_is_alone_wants_everything() {
        living("ann");
        assertThat(wanted("ann")).hasSize(Segments.COUNT);
    }

    @Test
    void a_node_without_journeys_has_no_share() {
        living("ann");
        nodes.add(new Node("com", "", Role.COMMAND));
        assertThat(wanted("com")).isEmpty();
        assertThat(wanted("ann")).hasSize(Segments.COUNT);
    }

    @Test
    void what_cannot_be_divided_goes_to_the_first() {
        living("ann", "ben", "cleo");
        assertThat(wanted("ann")).hasSize(6);
        assertThat(wanted("ben")).hasSize(5);
        assertThat(wanted("cleo")).hasSize(5);
    }

    @Test
    void who_joins_wants_what_the_others_have_too_much_and_nothing_more() {
        living("ann", "ben", "cleo");
        owned("ann", 0, 8);
        owned("ben", 8, 16);
        assertThat(wanted("cleo")).containsExactly(0, 1, 8, 9, 10);
        assertThat(wanted("ann")).isEmpty();
    }

    @Test
    void what_is_about_to_go_counts_for_who_gets_it() {
        living("ann", "ben");
        owned("ann", 0, 16);
        for (var segment = 0; segment < 8; segment++)
            leases.set(segment, new Lease(segment, Optional.of("ann"), Optional.of("ben")));
        assertThat(wanted("ben")).isEmpty();
        assertThat(wanted("ann")).isEmpty();
    }

    @Test
    void what_nobody_has_is_wanted_first() {
        living("ann", "ben", "cleo");
        owned("ann", 0, 7);
        owned("ben", 7, 12);
        assertThat(wanted("cleo")).containsExactly(12, 13, 14, 15, 0);
        assertThat(wanted("ben")).isEmpty();
    }

    private void living(String... ids) {
        for (var id : ids) nodes.add(new Node(id, "", Role.QUERY));
    }

    private void owned(String node, int from, int to) {
        IntStream.range(from, to)
                .forEach(segment -> leases.set(segment, new Lease(segment, Optional.of(node), Optional.empty())));
    }

    private List<Integer> wanted(String node) {
        return new FairShare(new Standing(nodes, leases)).wanted(node);
    }
}
