package tributary.query.live;

/// Follows work that takes a while, and may end it by throwing.
@FunctionalInterface
public interface Progress {
    /// Nobody looks.
    Progress UNSEEN = (_, _) -> {};

    /// @param done of `total` steps; both may grow
    void report(long done, long total);

    /// The progress of the `index`-th of `count` works like this one.
    default Progress part(int index, int count) {
        return (done, total) -> report(index * total + done, count * total);
    }
}
