package tributary.store;

/// Takes facts in the order of their positions.
@FunctionalInterface
public interface FactHandler {
    void handle(Recorded recorded);
}
