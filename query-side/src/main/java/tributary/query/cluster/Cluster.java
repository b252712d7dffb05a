package tributary.query.cluster;

import java.util.List;
import java.util.Optional;
import tributary.events.AccountId;

/// What a node knows of itself and the others. Figures follow from the facts alone, so what is known here may be
/// outdated without harm: two nodes that both answer for an account give the same answers.
public interface Cluster {
    /// A process that has no others beside it.
    Cluster ALONE = new Cluster() {
        @Override
        public Role role() {
            return Role.ALL;
        }

        @Override
        public boolean answersFor(AccountId account) {
            return true;
        }

        @Override
        public Optional<Node> owner(AccountId account) {
            return Optional.empty();
        }

        @Override
        public List<Node> writers() {
            return List.of();
        }

        @Override
        public void look() {}
    };

    /// What this node does.
    Role role();

    /// Whether this node holds the journeys of the account.
    boolean answersFor(AccountId account);

    /// The other node that owns the account's segment, as far as it is known and lives.
    Optional<Node> owner(AccountId account);

    /// The other nodes that take writes, as far as they are known and live; in any order.
    List<Node> writers();

    /// Finds out now how things stand, unless that was done a moment ago.
    void look();
}
