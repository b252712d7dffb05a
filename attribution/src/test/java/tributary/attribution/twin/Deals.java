package tributary.attribution.twin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The deals as they stand now (2.7, D-40 to D-44). A merged deal is gone; a deleted one too.
final class Deals {
    /// What HubSpot's default pipeline holds (api.md section 3): everything but `closedwon` is not won.
    private static final Map<String, Boolean> DEFAULT = Map.of("open", false, "closedwon", true, "closedlost", false);

    private final List<Line> lines;
    private final List<Line> inTime;
    private final Map<String, Map<String, Boolean>> pipelines = new HashMap<>(Map.of("default", DEFAULT));
    private final Map<String, String> mergedInto = new HashMap<>();

    Deals(List<Line> lines) {
        this.lines = lines;
        inTime = Holdings.inTime(lines);
        // D-13: of several changes the last by `at` is the present one.
        for (var line : inTime) if (line instanceof Line.PipelineDefine it) pipelines.put(it.pipeline(), it.won());
        for (var line : lines) if (line instanceof Line.DealMerge it) mergedInto.put(it.merged(), it.primary());
    }

    /// One deal, by its present properties and all its stages.
    ///
    /// @param stages in order of time
    /// @param contacts associations of any contact ever named, as recorded
    record DealNow(
            String id, Instant createdAt, Map<String, String> properties, List<Stage> stages, List<Held> contacts) {
        /// DEAL-6, DEC-9: the latest entry into a won stage from one that is not; `null` unless it stands as won.
        Instant wonAt() {
            if (!stages.getLast().won()) return null;
            Instant wonAt = null;
            var before = false;
            for (var stage : stages) {
                if (stage.won() && !before) wonAt = stage.at();
                before = stage.won();
            }
            return wonAt;
        }

        /// DEAL-4, D-44: a day is that day in every zone, an instant is bucketed in the account's.
        LocalDate closeDay(Account account) {
            var closeDate = properties.get("closeDate");
            if (closeDate == null) return account.day(wonAt());
            return closeDate.length() == 10 ? LocalDate.parse(closeDate) : account.day(Instant.parse(closeDate));
        }
    }

    record Stage(Instant at, boolean won) {}

    /// D-40: [from, to); `to` is `null` while it lasts.
    record Held(String contact, Instant from, Instant to) {
        boolean at(Instant moment) {
            return !moment.isBefore(from) && (to == null || moment.isBefore(to));
        }
    }

    List<DealNow> all(People people) {
        var deals = new ArrayList<DealNow>();
        for (var line : lines)
            if (line instanceof Line.DealCreate it && !mergedInto.containsKey(it.deal()) && !isDeleted(it.deal()))
                deals.add(new DealNow(
                        it.deal(), it.at(), properties(it.deal()), stages(it.deal()), contacts(it.deal(), people)));
        return deals;
    }

    private boolean isDeleted(String deal) {
        var deleted = false;
        for (var line : inTime)
            switch (line) {
                case Line.DealDelete it when it.deal().equals(deal) -> deleted = true;
                case Line.DealRestore it when it.deal().equals(deal) -> deleted = false;
                default -> {}
            }
        return deleted;
    }

    /// What a line says of a deal. Without a value: cleared by a change, and not said by what creates it.
    private static List<Line.Change> changes(Line line, String deal) {
        return switch (line) {
            case Line.DealCreate it
            when it.deal().equals(deal) ->
                it.changes().stream().filter(change -> change.value() != null).toList();
            case Line.DealChange it when it.deal().equals(deal) -> it.changes();
            default -> List.of();
        };
    }

    /// D-41: the last by `at`, then by recording.
    private Map<String, String> properties(String deal) {
        var properties = new TreeMap<String, String>();
        for (var line : inTime)
            for (var change : changes(line, deal))
                if (change.value() == null) properties.remove(change.field());
                else properties.put(change.field(), change.value());
        return properties;
    }

    /// Present flags of pipelines judge all of history (D-13); a vanished stage is not won (D-41). Before the first
    /// word about its pipeline the deal was in that one too.
    private List<Stage> stages(String deal) {
        var stages = new ArrayList<Stage>();
        var pipeline = inTime.stream()
                .flatMap(line -> changes(line, deal).stream())
                .filter(change -> change.field().equals("pipeline"))
                .map(change -> pipelines.containsKey(change.value()) ? change.value() : "default")
                .findFirst()
                .orElse("default");
        for (var line : inTime) {
            for (var change : changes(line, deal))
                if (change.field().equals("pipeline"))
                    pipeline = pipelines.containsKey(change.value()) ? change.value() : "default";
            for (var change : changes(line, deal))
                if (change.field().equals("stage"))
                    stages.add(new Stage(line.at(), pipelines.get(pipeline).getOrDefault(change.value(), false)));
        }
        return stages;
    }

    /// D-42: contacts of both deals of a merge.
    private List<Held> contacts(String deal, People people) {
        var held = new ArrayList<Held>();
        for (var each : mergedDeals(deal)) held.addAll(new Associations(lines, each, people).held());
        return held;
    }

    private List<String> mergedDeals(String deal) {
        var all = new LinkedHashMap<String, Boolean>();
        all.put(deal, true);
        for (var line : lines)
            if (line instanceof Line.DealMerge it && survivor(it.merged()).equals(deal)) all.put(it.merged(), true);
        return List.copyOf(all.keySet());
    }

    private String survivor(String deal) {
        var survivor = deal;
        while (mergedInto.containsKey(survivor)) survivor = mergedInto.get(survivor);
        return survivor;
    }
}
