package tributary.query.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.events.AccountId;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MembershipTest {
    private static final List<AccountId> ACCOUNTS = IntStream.range(0, 200)
            .mapToObj(number -> new AccountId("account-" + number))
            .toList();

    private volatile Instant now = Instant.parse("2024-01-01T00:00:00Z");
    private volatile boolean away;
    /// An heir that looks how things stand sees them as they were before this has loaded and the heir became the owner.
    private volatile Optional<Holder> loadsMeanwhile = Optional.empty();
    private final HeapLeases leases = new HeapLeases(() -> now);
    private final List<Membership> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Membership::stop);
    }

    @Test
    void segments_are_many_enough_to_spread_accounts() {
        assertThat(ACCOUNTS.stream().map(Segments::of).distinct()).hasSize(Segments.COUNT);
    }

    @Test
    void who_is_alone_answers_for_all_accounts() {
        var ann = started(Role.ALL);
        assertThat(ACCOUNTS).allMatch(ann::answersFor);
    }

    @Test
    void two_share_all_accounts_and_each_knows_which_are_the_others() {
        var ann = started(Role.QUERY);
        var ben = started(Role.QUERY);
        var com = started(Role.COMMAND);
        await(() -> shared(ann, ben));

        for (var account : ACCOUNTS) {
            assertThat(ann.answersFor(account)).isNotEqualTo(ben.answersFor(account));
            await(() -> ann.owner(account).isPresent() == ben.answersFor(account));
            await(() -> com.owner(account).isPresent());
        }
        assertThat(com.segments()).isEmpty();
        assertThat(com.writers()).isEmpty();
        await(() -> !ann.writers().isEmpty()); // which it hears of with its next beat
        assertThat(ann.writers()).extracting(Node::role).containsExactly(Role.COMMAND);
    }

    @Test
    void who_has_a_segment_answers_until_the_next_owner_is_ready() {
        var ann = started(Role.QUERY);
        var slow = new Holder();
        slow.mayLoad = false;
        var ben = begun(Role.QUERY, slow);
        await(() -> slow.isAsked);
        assertThat(ann.segments()).hasSize(Segments.COUNT);

        slow.mayLoad = true;
        await(() -> shared(ann, ben));
    }

    @Test
    void what_was_taken_while_the_node_looked_how_things_stood_stays() {
        var ann = started(Role.QUERY);
        var slow = new Holder();
        slow.mayLoad = false;
        loadsMeanwhile = Optional.of(slow);
        var ben = begun(Role.QUERY, slow);
        await(() -> slow.mayLoad && ben.settled());

        await(() -> shared(ann, ben));
    }

    @Test
    void what_a_node_that_goes_had_is_taken_by_the_other() {
        var ann = started(Role.QUERY);
        var ben = started(Role.QUERY);
        await(() -> shared(ann, ben));
        ben.stop();
        await(() -> ann.segments().size() == Segments.COUNT);
    }

    @Test
    void what_a_silent_node_had_is_taken_by_the_other() {
        var ann = started(Role.QUERY);
        leases.beat(new Node("silent", "", Role.QUERY));
        await(() -> {
            for (var segment = 0; segment < 8; segment++)
                if (leases.inherit(segment, "silent")) leases.own(segment, "silent");
            return ann.segments().size() == 8;
        });
        now = now.plus(Leases.SILENCE.plusSeconds(1));
        await(() -> ann.segments().size() == Segments.COUNT);
    }

    @Test
    void loading_that_fails_is_tried_again() {
        var holder = new Holder();
        holder.failures = 2;
        var ann = begun(Role.QUERY, holder);
        await(() -> ann.segments().size() == Segments.COUNT);
        await(ann::settled);
    }

    @Test
    void while_mongodb_is_away_everything_stays_and_nothing_is_taken_as_soon_as_it_is_back() {
        var ann = started(Role.QUERY);
        var ben = started(Role.QUERY);
        await(() -> shared(ann, ben));
        var before = ann.segments();

        away = true;
        await(() -> ann.away() && ben.away());
        now = now.plus(Leases.SILENCE.plusSeconds(1));
        assertThat(ann.segments()).isEqualTo(before);
        assertThat(ann.writers()).isEmpty();
        away = false;
        await(() -> !ann.away() && !ben.away());
        assertThat(ann.segments()).isEqualTo(before);
        assertThat(ben.segments()).hasSize(Segments.COUNT - before.size());
    }

    private static boolean shared(Membership one, Membership other) {
        return one.segments().size() == 8 && other.segments().size() == 8;
    }

    private Membership started(Role role) {
        var holder = new Holder();
        var membership = begun(role, holder);
        await(membership::settled);
        assertThat(holder.held).isEqualTo(membership.segments());
        return membership;
    }

    private Membership begun(Role role, Holder holder) {
        var membership = new Membership(
                new Reachable(),
                role,
                () -> "http://127.0.0.1:1",
                holder,
                Duration.ofMillis(10),
                Duration.ofSeconds(5));
        started.add(membership);
        Thread.ofVirtual().start(membership::start);
        return membership;
    }

    private static void await(BooleanSupplier condition) {
        for (var i = 0; i < 1_000 && !condition.getAsBoolean(); i++) LockSupport.parkNanos(10_000_000);
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static final class Holder implements SegmentHolder {
        private final Set<Integer> held = ConcurrentHashMap.newKeySet();
        private volatile boolean mayLoad = true;
        private volatile boolean isAsked;
        private volatile int failures;

        @Override
        public void load(Set<Integer> segments) {
            isAsked = true;
            if (failures-- > 0) throw new IllegalStateException("not now");
            await(() -> mayLoad);
            held.addAll(segments);
        }

        @Override
        public void drop(int segment) {
            held.remove(segment);
        }
    }

    /// The leases, unless nobody can be asked.
    private final class Reachable implements Leases {
        private Leases asked() {
            if (away) throw new MongoTimeoutException("away");
            return leases;
        }

        @Override
        public Standing beat(Node node) {
            var standing = asked().beat(node);
            if (loadsMeanwhile.isPresent() && isHeir(standing, node)) {
                loadsMeanwhile.get().mayLoad = true;
                await(() -> !isHeir(leases.beat(node), node));
                LockSupport.parkNanos(50_000_000);
            }
            return standing;
        }

        private static boolean isHeir(Standing standing, Node node) {
            return standing.leases().stream().anyMatch(lease -> lease.heir().equals(Optional.of(node.id())));
        }

        @Override
        public boolean inherit(int segment, String node) {
            return asked().inherit(segment, node);
        }

        @Override
        public boolean own(int segment, String node) {
            return asked().own(segment, node);
        }

        @Override
        public void leave(String node) {
            asked().leave(node);
        }
    }
}
