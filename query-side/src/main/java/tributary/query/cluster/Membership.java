package tributary.query.cluster;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tributary.events.AccountId;

/// This node among the others: it gives signs of life, gets its fair share of the segments, and knows who has the rest.
///
/// A segment is loaded first and owned then, so its owner can always answer. While MongoDB is away everybody goes on
/// with what they had (docs/adr/0017-share-accounts-by-segments.md).
final class Membership implements Cluster, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

    /// How often a sign of life is given.
    private static final Duration BEAT = Duration.ofSeconds(1);
    /// What was found out a moment ago is not asked again.
    private static final Duration FRESH = Duration.ofMillis(200);
    /// So long after MongoDB was away the others may give a sign of life before anything is taken from them.
    private static final Duration GRACE = Duration.ofSeconds(4);
    /// So often the start looks whether it is done.
    private static final Duration NAP = Duration.ofMillis(20);
    private static final Duration END_WAIT = Duration.ofSeconds(10);

    private final Leases leases;
    private final Role role;
    private final Supplier<String> address;
    private final SegmentHolder holder;
    private final Duration beat;
    private final Duration grace;
    /// Owned by this node, or about to be: their journeys are here.
    private final Set<Integer> held = ConcurrentHashMap.newKeySet();
    /// This node is their heir, and loads them.
    private final Set<Integer> coming = ConcurrentHashMap.newKeySet();

    private final ExecutorService loading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("load-segments").factory());
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("segments").factory());
    /// Held by who looks how things stand.
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Node self;
    private volatile Standing standing = Standing.UNKNOWN;
    private volatile boolean settled;
    private volatile boolean running;
    private volatile boolean away;
    private volatile long lookedAt = System.nanoTime() - FRESH.toNanos();
    private long nothingTakenUntil = System.nanoTime();

    /// @param address where others reach this node; asked for once it listens there
    Membership(Leases leases, Role role, Supplier<String> address, SegmentHolder holder) {
        this(leases, role, address, holder, BEAT, GRACE);
    }

    Membership(
            Leases leases, Role role, Supplier<String> address, SegmentHolder holder, Duration beat, Duration grace) {
        this.leases = leases;
        this.role = role;
        this.address = address;
        this.holder = holder;
        this.beat = beat;
        this.grace = grace;
    }

    @Override
    public Role role() {
        return role;
    }

    @Override
    public boolean answersFor(AccountId account) {
        return held.contains(Segments.of(account));
    }

    @Override
    public Optional<Node> owner(AccountId account) {
        return standing.owner(Segments.of(account)).filter(node -> !node.equals(self));
    }

    @Override
    public List<Node> writers() {
        return standing.nodes().stream()
                .filter(node -> node.role().writes() && !node.equals(self))
                .toList();
    }

    /// Whether this node has its share of the segments, or had it once.
    boolean settled() {
        return settled;
    }

    /// Whether nobody can be asked how things stand.
    boolean away() {
        return away;
    }

    /// Those held here, as numbers.
    Set<Integer> segments() {
        return Set.copyOf(held);
    }

    /// How many nodes of a role live, as was seen last.
    long living(Role role) {
        return standing.nodes().stream().filter(node -> node.role() == role).count();
    }

    /// How many segments no living node has, as was seen last.
    long ownerless() {
        var seen = standing;
        return IntStream.range(0, Segments.COUNT)
                .filter(segment -> seen.owner(segment).isEmpty())
                .count();
    }

    @Override
    public void look() {
        if (away || System.nanoTime() - lookedAt < FRESH.toNanos() || !turn.tryLock()) return;
        try {
            tickSafely();
        } finally {
            turn.unlock();
        }
    }

    private void tickSafely() {
        turn.lock();
        try {
            if (running) tick();
        } catch (RuntimeException failure) {
            LOG.warn("Looking after segments failed; it is tried again", failure);
        } finally {
            turn.unlock();
        }
    }

    private void tick() {
        if (beaten()) {
            dropWhatIsOthers();
            if (role.answers() && coming.isEmpty()) takeShare();
        }
        if (!role.answers()) settled = true;
    }

    /// @return whether that could be
    private boolean beaten() {
        try {
            standing = leases.beat(self);
            lookedAt = System.nanoTime();
            if (away) LOG.info("MongoDB is back");
            away = false;
            return true;
        } catch (MongoException failure) {
            if (!away) LOG.warn("Segments stay where they are until MongoDB is back: {}", failure.getMessage());
            away = true;
            nothingTakenUntil = System.nanoTime() + grace.toNanos();
            return false;
        }
    }

    private void dropWhatIsOthers() {
        for (var segment : held) {
            var owner = standing.leases().get(segment).owner();
            if (owner.isEmpty() || owner.get().equals(self.id()) || coming.contains(segment)) continue;
            held.remove(segment);
            holder.drop(segment);
            LOG.info("Segment {} went to another node", segment);
        }
    }

    private void takeShare() {
        if (System.nanoTime() - nothingTakenUntil < 0) return;
        var wanted = new HashSet<>(new FairShare(standing).wanted(self.id()));
        wanted.removeIf(segment -> !leases.inherit(segment, self.id()));
        standing.leases().stream()
                .filter(lease -> lease.heir().equals(Optional.of(self.id())))
                .forEach(lease -> wanted.add(lease.segment()));
        if (wanted.isEmpty()) settled = true;
        else take(wanted);
    }

    private void take(Set<Integer> segments) {
        coming.addAll(segments);
        loading.execute(() -> {
            var taken = isTaken(segments);
            arrived(segments);
            if (taken) tickSafely();
        });
    }

    /// Not while somebody looks: who saw the former owner a moment ago would drop what this node has just taken.
    private void arrived(Set<Integer> segments) {
        turn.lock();
        try {
            coming.removeAll(segments);
        } finally {
            turn.unlock();
        }
    }

    private boolean isTaken(Set<Integer> segments) {
        try {
            load(segments);
            return true;
        } catch (RuntimeException failure) {
            if (running) LOG.error("Segments {} could not be taken; it is tried again", segments, failure);
            return false;
        }
    }

    /// Before they are owned; whoever had them goes on answering meanwhile.
    private void load(Set<Integer> segments) {
        var begun = System.nanoTime();
        var missing = new HashSet<>(segments);
        missing.removeAll(held);
        if (!missing.isEmpty()) holder.load(missing);
        held.addAll(missing);
        for (var segment : segments) if (!leases.own(segment, self.id())) giveBack(segment);
        LOG.info("Took segments {} in {} ms", segments, (System.nanoTime() - begun) / 1_000_000);
    }

    private void giveBack(int segment) {
        held.remove(segment);
        holder.drop(segment);
    }

    @Override
    public void start() {
        self = new Node(UUID.randomUUID().toString(), address.get(), role);
        running = true;
        clockwork.scheduleWithFixedDelay(this::tickSafely, 0, beat.toMillis(), TimeUnit.MILLISECONDS);
        while (running && !settled) LockSupport.parkNanos(NAP.toNanos());
    }

    /// What this node had is free at once.
    @Override
    public void stop() {
        running = false;
        clockwork.shutdownNow();
        loading.shutdownNow();
        try {
            clockwork.awaitTermination(END_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        try {
            leases.leave(self.id());
        } catch (MongoException failure) {
            LOG.info("The others will find out by themselves that this node has gone: {}", failure.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
