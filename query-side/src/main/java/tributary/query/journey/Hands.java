package tributary.query.journey;

/// Threads that share out numbered work.
@FunctionalInterface
public interface Hands {
    /// The calling thread alone.
    Hands ONE = (from, to, _, work) -> work.on(from, to);

    /// Has all numbers from `from` to `to` (not included) worked on, in portions and on several threads, and waits.
    void share(int from, int to, int portion, Work work);

    /// Work that several threads may do at once on different numbers.
    @FunctionalInterface
    interface Work {
        void on(int from, int to);
    }
}
