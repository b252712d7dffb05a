package tributary.query.live;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tributary.attribution.rules.RuleSet;
import tributary.query.journey.Changes;

/// The figures of one account that are kept live, by rule set: its own, and a few others while they are asked for.
final class KeptFigures {
    private final Map<String, JudgedFigures> published = new ConcurrentHashMap<>();
    /// Being judged beside the published ones, to be told of changes too.
    private final List<JudgedFigures> beside = new CopyOnWriteArrayList<>();

    /// The published figures under a rule set, if they are kept.
    Optional<JudgedFigures> find(RuleSet rules) {
        return Optional.ofNullable(published.get(rules.name()));
    }

    /// Whether figures under a rule set are kept; if so, somebody asks for them now.
    boolean askedFor(RuleSet rules) {
        var found = find(rules);
        found.ifPresent(JudgedFigures::asked);
        return found.isPresent();
    }

    Collection<JudgedFigures> all() {
        return published.values();
    }

    /// Tells all figures what has changed.
    void note(Changes changes) {
        published.values().forEach(judged -> judged.note(changes));
        beside.forEach(judged -> judged.note(changes));
    }

    void begin(JudgedFigures fresh) {
        beside.add(fresh);
    }

    void giveUp(Collection<JudgedFigures> fresh) {
        beside.removeAll(fresh);
    }

    /// Publishes figures in place of the earlier ones under their rule set. When there are too many, those not
    /// asked for longest give way.
    ///
    /// @param own name of the account's own rule set, which never gives way
    void publish(JudgedFigures fresh, String own) {
        var name = fresh.rules().name();
        if (!published.containsKey(name) && published.size() > Limits.OTHER_RULE_SETS) forgetOne(own);
        published.put(name, fresh);
        beside.remove(fresh);
    }

    private void forgetOne(String own) {
        published.values().stream()
                .filter(judged -> !judged.rules().name().equals(own))
                .max(Comparator.comparing(JudgedFigures::unasked))
                .ifPresent(judged -> published.remove(judged.rules().name()));
    }

    /// Lets go of figures that nobody has asked for so long, and of their memory.
    ///
    /// @param own name of the account's own rule set, which stays
    void forgetUnasked(String own, Duration unasked) {
        published
                .values()
                .removeIf(judged -> !judged.rules().name().equals(own) && judged.unasked() >= unasked.toNanos());
    }

    /// Publishes what another has published, in place of everything.
    void takeOver(KeptFigures other) {
        published.clear();
        published.putAll(other.published);
    }
}
