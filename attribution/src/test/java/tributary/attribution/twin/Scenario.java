package tributary.attribution.twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// One of the acceptance scenarios: steps that send lines and steps that expect figures.
record Scenario(String id, String title, Account account, String ruleSet, List<Map<String, Object>> steps) {
    private static final Path FOLDER = Path.of("..", "standalone", "src", "test", "acceptance");

    /// All scenarios whose figures come from judging (and late or repeated events).
    static Stream<Scenario> all() {
        return Stream.of(
                        "10.2-sessions",
                        "10.3-new-contacts",
                        "10.4-influenced-contacts",
                        "10.5-closed-deals",
                        "10.6-revenue-contacts",
                        "10.7-attributed-revenue",
                        "10.8-influences-roi-goals",
                        "10.9-event-handling")
                .flatMap(file -> ((List<?>) read("scenarios/" + file)).stream())
                .map(json -> of(map(json)));
    }

    private static Scenario of(Map<String, Object> json) {
        var fixture = map(read("fixtures/" + json.get("fixture")));
        var account = JsonLines.account(Account.F, map(fixture.get("account")));
        var steps = new ArrayList<Map<String, Object>>();
        steps.add(Map.of("send", fixture.get("send")));
        for (var step : (List<?>) json.get("steps")) steps.add(map(step));
        return new Scenario(
                (String) json.get("id"),
                (String) json.get("title"),
                JsonLines.account(account, map(json.getOrDefault("account", Map.of()))),
                (String) map(json.getOrDefault("account", Map.of())).getOrDefault("ruleSet", "2023-09"),
                steps);
    }

    /// Goes through the steps; each expectation is handed over with all the lines sent so far.
    void play(Checker checker) {
        var lines = new ArrayList<Line>();
        var ids = new HashSet<>();
        var reader = new JsonLines(account);
        for (var step : steps) {
            for (var line : (List<?>) step.getOrDefault("send", List.of()))
                if (isNew(map(line).get("id"), ids)) reader.of(map(line)).forEach(lines::add);
            for (var expected : (List<?>) step.getOrDefault("expect", List.of()))
                checker.check(map(expected), lines, account);
        }
    }

    /// A line with an `id` is counted once, however often it is sent (api.md section 1).
    private static boolean isNew(Object id, Set<Object> ids) {
        return id == null || ids.add(id);
    }

    interface Checker {
        void check(Map<String, Object> expected, List<Line> lines, Account account);
    }

    /// The days an expectation asks about.
    static Figures.Range range(Map<String, Object> expected) {
        var from = (String) expected.get("from");
        var to = (String) expected.get("to");
        return new Figures.Range(
                from == null ? Figures.FROM : LocalDate.parse(from), to == null ? Figures.TO : LocalDate.parse(to));
    }

    private static Object read(String name) {
        try {
            return Json.parse(Files.readString(FOLDER.resolve(name + ".json")));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    @Override
    public String toString() {
        return id + " " + title;
    }
}
