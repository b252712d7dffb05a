package tributary.standalone.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `replay`: starts a replay and watches it to its end.
@Command(
        name = "replay",
        description = "Judges the kept journeys anew, or with --full rebuilds everything from the events.",
        mixinStandardHelpOptions = true)
public final class Replay implements Callable<Integer> {
    private static final long NANOS_BETWEEN = TimeUnit.MILLISECONDS.toNanos(200);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions server;

    @Option(names = "--full", description = "from the event store, not only from the kept journeys")
    private boolean full;

    @Option(names = "--rule-set", paramLabel = "NAME", description = "rule set to judge under (default: the account's)")
    private Optional<String> ruleSet = Optional.empty();

    @Override
    public Integer call() {
        try (var api = server.connect()) {
            var id = api.post("/api/v1/replays", wanted()).path("id").asString();
            return told(watched(api, id));
        }
    }

    private Map<String, String> wanted() {
        var wanted = new LinkedHashMap<String, String>();
        wanted.put("kind", full ? "REPLAY" : "REJUDGE");
        ruleSet.ifPresent(name -> wanted.put("ruleSet", name));
        return wanted;
    }

    private JsonNode watched(Api api, String id) {
        try (var bar = Progress.of(full ? "Replaying" : "Judging anew", full ? "facts" : "journeys", -1)) {
            while (true) {
                var state = api.get("/api/v1/replays/" + Api.encoded(id), Map.of());
                show(bar, state);
                if (!state.path("state").asString("").equals("RUNNING")) return state;
                LockSupport.parkNanos(NANOS_BETWEEN);
            }
        }
    }

    private static void show(ProgressBar bar, JsonNode state) {
        if (state.path("total").asLong(0) > 0) bar.maxHint(state.path("total").asLong());
        bar.stepTo(state.path("done").asLong(0));
    }

    private int told(JsonNode state) {
        var out = spec.commandLine().getOut();
        boolean same = state.path("differences").isEmpty();
        boolean complete = state.path("state").asString("").equals("COMPLETE");
        out.println("The replay is " + state.path("state").asString("") + ": "
                + state.path("done").asLong(0) + " of " + state.path("total").asLong(0)
                + (complete && same ? ", the figures are the same as before" : ""));
        if (!same) out.println("Figures that differ: " + state.path("differences"));
        out.flush();
        return complete && same ? 0 : 1;
    }
}
