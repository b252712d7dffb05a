package tributary.query.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What nodes rely on when they share segments.
abstract class LeasesContract {
    private static final Node ANN = new Node("ann", "http://127.0.0.1:1", Role.QUERY);
    private static final Node BEN = new Node("ben", "http://127.0.0.1:$2", Role.ALL);
    private static final int SEGMENT = 5;

    abstract Leases leases();

    abstract void pass(Duration span);

    @Test
    void nodes_that_give_signs_of_life_are_known_to_all() {
        leases().beat(BEN);
        assertThat(leases().beat(ANN).nodes()).containsExactly(ANN, BEN);
    }

    @Test
    void a_node_that_falls_silent_is_gone() {
        leases().beat(ANN);
        pass(Leases.SILENCE.plusSeconds(1));
        assertThat(leases().beat(BEN).nodes()).containsExactly(BEN);
    }

    @Test
    void at_first_all_segments_are_free() {
        assertThat(leases().beat(ANN).leases()).hasSize(Segments.COUNT).allMatch(Lease::isFree);
    }

    @Test
    void a_segment_has_one_heir_who_becomes_its_owner() {
        assertThat(leases().own(SEGMENT, "ann")).isFalse();
        leases().beat(ANN);
        assertThat(leases().inherit(SEGMENT, "ann")).isTrue();
        assertThat(leases().inherit(SEGMENT, "ben")).isFalse();
        assertThat(lease()).isEqualTo(new Lease(SEGMENT, Optional.empty(), Optional.of("ann")));

        assertThat(leases().own(SEGMENT, "ben")).isFalse();
        assertThat(leases().own(SEGMENT, "ann")).isTrue();
        assertThat(lease()).isEqualTo(new Lease(SEGMENT, Optional.of("ann"), Optional.empty()));
        assertThat(leases().own(SEGMENT, "ann")).isFalse();
    }

    @Test
    void the_owner_stays_until_the_heir_takes_the_segment() {
        owned("ann");
        assertThat(leases().inherit(SEGMENT, "ben")).isTrue();
        assertThat(lease()).isEqualTo(new Lease(SEGMENT, Optional.of("ann"), Optional.of("ben")));

        assertThat(leases().own(SEGMENT, "ben")).isTrue();
        assertThat(lease()).isEqualTo(new Lease(SEGMENT, Optional.of("ben"), Optional.empty()));
    }

    @Test
    void what_a_node_has_stays_its_own_as_long_as_it_gives_signs_of_life() {
        leases().beat(ANN);
        owned("ann");
        for (var times = 0; times < 3; times++) {
            pass(Leases.SILENCE.dividedBy(2));
            assertThat(leases().beat(ANN).leases().get(SEGMENT).owner()).contains("ann");
        }
    }

    @Test
    void what_a_silent_node_had_is_free_and_so_is_what_it_was_heir_to() {
        leases().beat(ANN);
        owned("ann");
        leases().inherit(SEGMENT + 1, "ann");
        pass(Leases.SILENCE.plusSeconds(1));

        var found = leases().beat(BEN).leases();
        assertThat(found.get(SEGMENT).isFree()).isTrue();
        assertThat(found.get(SEGMENT + 1).isFree()).isTrue();
        assertThat(leases().own(SEGMENT + 1, "ann")).isFalse();
        assertThat(leases().inherit(SEGMENT, "ben")).isTrue();
        assertThat(leases().own(SEGMENT, "ben")).isTrue();
    }

    @Test
    void a_node_that_was_silent_goes_on_with_what_nobody_took() {
        owned("ann");
        pass(Leases.SILENCE.plusSeconds(1));
        assertThat(leases().beat(ANN).leases().get(SEGMENT).owner()).contains("ann");
    }

    @Test
    void a_node_that_was_silent_does_not_get_back_what_another_took() {
        owned("ann");
        pass(Leases.SILENCE.plusSeconds(1));
        owned("ben");
        assertThat(leases().beat(ANN).leases().get(SEGMENT).owner()).contains("ben");
    }

    @Test
    void what_a_node_that_goes_had_is_free_at_once() {
        leases().beat(ANN);
        owned("ann");
        leases().inherit(SEGMENT + 1, "ann");
        leases().leave("ann");

        var standing = leases().beat(BEN);
        assertThat(standing.nodes()).containsExactly(BEN);
        assertThat(standing.leases()).allMatch(Lease::isFree);
    }

    private void owned(String node) {
        assertThat(leases().inherit(SEGMENT, node)).isTrue();
        assertThat(leases().own(SEGMENT, node)).isTrue();
    }

    private Lease lease() {
        return leases().beat(BEN).leases().get(SEGMENT);
    }
}
