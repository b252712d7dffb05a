package tributary.attribution.datadriven;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The slow, obvious way to removal effects: everyone walks on, step by step; who comes to the removed campaign is
/// lost.
final class WalkingTwin {
    static final String NOBODY = "";
    private static final String START = "start";
    private static final String WON = "won";
    private static final String LOST = "lost";
    private static final int ENOUGH = 4_000;

    private final Map<String, Map<String, Integer>> followers = new HashMap<>();

    WalkingTwin(List<Told.Path> told) {
        for (var path : told) {
            if (path.campaigns().isEmpty()) continue;
            var states = new ArrayList<String>();
            states.add(START);
            path.campaigns().chars().forEach(letter -> states.add(Character.toString(letter)));
            states.add(path.minor() == null ? LOST : WON);
            for (var i = 1; i < states.size(); i++)
                followers
                        .computeIfAbsent(states.get(i - 1), _ -> new HashMap<>())
                        .merge(states.get(i), 1, Integer::sum);
        }
    }

    double removalEffect(String campaign) {
        var all = conversion(NOBODY);
        return all == 0 ? 0 : 1 - conversion(campaign) / all;
    }

    double conversion(String removed) {
        var crowd = Map.of(START, 1.0);
        var won = 0.0;
        for (var step = 0; step < ENOUGH; step++) {
            var next = new HashMap<String, Double>();
            for (var here : crowd.entrySet()) {
                var ways = followers.getOrDefault(here.getKey(), Map.of());
                var whole = ways.values().stream().mapToInt(Integer::intValue).sum();
                for (var way : ways.entrySet())
                    next.merge(way.getKey(), here.getValue() * way.getValue() / whole, Double::sum);
            }
            next.remove(removed);
            next.remove(LOST);
            won += next.getOrDefault(WON, 0.0);
            next.remove(WON);
            crowd = next;
            if (crowd.values().stream().mapToDouble(Double::doubleValue).sum() < 1e-13) break;
        }
        return won;
    }
}
