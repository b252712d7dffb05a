package tributary.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import tools.jackson.databind.JsonNode;
import tributary.standalone.cli.LineBatch.FilePlace;

/// One file on its way to a server: batch after batch, each acknowledged before the next is sent, since lines are
/// taken in order. Meanwhile the next batch is read.
final class ImportedFile {
    /// So many reasons a server tells for one request.
    private static final int TOLD_PROBLEMS = 100;

    private final String name;
    private final Api api;
    private final String account;
    private final Patience patience;
    private final boolean resumes;
    private final Path statePlace;
    private final Path rejectedPlace;
    private ImportState state;
    private RejectedLines rejectedLines;
    private ProgressBar bar;
    private long refused;

    /// @param name of a file, or `-`
    ImportedFile(String name, Api api, String account, Patience patience) {
        this.name = name;
        this.api = api;
        this.account = account;
        this.patience = patience;
        this.resumes = !name.equals(HistoryFile.STANDARD_INPUT);
        var beside = resumes ? name : "stdin";
        this.statePlace = Path.of(beside + ".import");
        this.rejectedPlace = Path.of(beside + ".rejected.ndjson");
    }

    /// @param sent lines that this very run has sent
    /// @param accepted of the whole file, as is `rejected`
    /// @param rejectedPlace where the refused lines are
    record Result(String name, long sent, long accepted, long rejected, long nanos, Path rejectedPlace) {
        String told() {
            double seconds = Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)) / 1e3;
            var told = String.format(
                    "%s: %,d lines accepted; %,d sent in %.1f s, %,.0f a second",
                    name, accepted, sent, seconds, sent / seconds);
            return rejected == 0
                    ? told
                    : told + String.format("%n%s: %,d lines REFUSED, see %s", name, rejected, rejectedPlace);
        }
    }

    Result send() {
        long begun = System.nanoTime();
        try (var file = HistoryFile.open(name)) {
            state = earlier().orElseGet(() -> new ImportState(account, newRun(), FilePlace.BEGIN, 0, 0, 0));
            long before = state.accepted() + state.rejected();
            var feed = new LineFeed(file.unpacked(), state.run());
            try (var rejected = new RejectedLines(rejectedPlace, state.rejectedBytes());
                    var progress = Progress.ofFile(shortName(), file.size());
                    var ahead = new BatchesAhead(feed, state.upTo(), name)) {
                rejectedLines = rejected;
                bar = progress;
                for (var batch = ahead.next(); batch != null; batch = ahead.next()) {
                    send(batch);
                    show(file, state.accepted() + state.rejected() - before, begun);
                }
            }
            if (resumes) Files.deleteIfExists(statePlace);
            long all = state.accepted() + state.rejected();
            return new Result(
                    name, all - before, state.accepted(), state.rejected(), System.nanoTime() - begun, rejectedPlace);
        } catch (IOException failure) {
            throw new CommandFailed(name + ": " + failure);
        }
    }

    private Optional<ImportState> earlier() {
        if (!resumes) return Optional.empty();
        var earlier = ImportState.read(statePlace);
        if (earlier.isPresent() && !earlier.get().account().equals(account))
            throw new CommandFailed(statePlace + " tells of an import into account "
                    + earlier.get().account() + ", and this is account " + account
                    + "; finish that one first, or delete the file to begin anew");
        return earlier;
    }

    private static String newRun() {
        var random = new byte[9];
        ThreadLocalRandom.current().nextBytes(random);
        return "import-" + HexFormat.of().formatHex(random);
    }

    private String shortName() {
        return resumes ? String.valueOf(Path.of(name).getFileName()) : "standard input";
    }

    private void show(HistoryFile file, long sent, long begun) {
        bar.stepTo(file.read());
        double seconds = Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)) / 1e3;
        bar.setExtraMessage(String.format(" %,d lines, %,.0f/s", state.accepted() + state.rejected(), sent / seconds));
    }

    private void send(LineBatch batch) {
        long refusedBefore = refused;
        for (var line : batch.refusedHere()) refuse("", line.number(), line.title(), line.detail());
        if (batch.ruleSet() != null) defineRuleSet(batch);
        else if (batch.lines() > 0) sendLines(batch);
        long refusedNow = refused - refusedBefore;
        long accepted = batch.lines() + batch.refusedHere().size() - refusedNow;
        state = new ImportState(
                account,
                state.run(),
                batch.upTo(),
                state.accepted() + accepted,
                state.rejected() + refusedNow,
                rejectedLines.bytes());
        if (resumes) state.write(statePlace);
    }

    private void refuse(String line, long number, String title, String detail) {
        rejectedLines.add(line, number, title, detail, state.run() + "-" + number);
        refused++;
    }

    private void sendLines(LineBatch batch) {
        var answer = acknowledged(batch.body());
        var problems = answer.path("problems");
        if (answer.path("rejected").asLong(0) == problems.size()) tell(problems, batch, 0);
        else askWhy(batch);
    }

    /// A server tells the reasons of the first refused lines only. The same lines are sent again in smaller parts: what
    /// was taken is known by its id and not counted again.
    private void askWhy(LineBatch batch) {
        for (int from = 0; from < batch.lines(); from += TOLD_PROBLEMS) {
            int to = Math.min(from + TOLD_PROBLEMS, batch.lines());
            tell(acknowledged(batch.body(from, to)).path("problems"), batch, from);
        }
    }

    private void tell(JsonNode problems, LineBatch batch, int from) {
        for (var problem : problems) {
            int index = from + problem.path("line").asInt(1) - 1;
            refuse(
                    batch.line(index),
                    batch.number(index),
                    problem.path("title").asString(""),
                    problem.path("detail").asString(""));
        }
    }

    private JsonNode acknowledged(byte[] lines) {
        var answer = patience.answer(() -> api.offer(lines), this::waiting);
        if (answer.status() >= 400) throw answer.refused();
        return answer.json();
    }

    private void waiting() {
        bar.setExtraMessage(" waiting for the server");
    }

    private void defineRuleSet(LineBatch batch) {
        var definition = RuleSetLine.of(batch.ruleSet());
        var answer = patience.answer(() -> api.put(definition.path(), definition.body()), this::waiting);
        if (answer.status() < 400) return;
        if (answer.status() == 409 && definition.isAmong(api.get("/api/v1/rule-sets", Map.of()))) return;
        if (answer.status() == 401 || answer.status() >= 500) throw answer.refused();
        var problem = answer.json();
        refuse(
                batch.ruleSet(),
                batch.number(0),
                problem.path("title").asString(""),
                problem.path("detail").asString(""));
    }
}
