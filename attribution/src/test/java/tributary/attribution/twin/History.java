package tributary.attribution.twin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import tributary.attribution.rules.RuleSet;

/// An account as it was opened, and all its lines in the order of recording.
record History(long seed, Account account, List<Line> lines) {
    Figures byTwin(String ruleSet) {
        return Twin.judge(lines, account, Rules.of(ruleSet));
    }

    Figures byJudge(String ruleSet) {
        return Fold.judge(lines, account, RuleSet.of(ruleSet));
    }

    History with(Line... more) {
        var all = new ArrayList<>(lines);
        Collections.addAll(all, more);
        return new History(seed, account, all);
    }

    /// The interactions arrive in another order. Deletions and merges of contacts stay where they are among them,
    /// since an address means someone else after them (D-5, D-6); so does every other line.
    History shuffled(Random random) {
        var shuffled = new ArrayList<>(lines);
        var from = 0;
        for (var i = 0; i <= lines.size(); i++) {
            if (i < lines.size() && !isBarrier(lines.get(i))) continue;
            shuffle(shuffled.subList(from, i), random);
            from = i;
        }
        return new History(seed, account, shuffled);
    }

    private static boolean isBarrier(Line line) {
        return line instanceof Line.ContactDelete || line instanceof Line.ContactMerge;
    }

    private static void shuffle(List<Line> between, Random random) {
        var acts = between.stream()
                .filter(Line.Interaction.class::isInstance)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(acts, random);
        var next = acts.iterator();
        between.replaceAll(line -> line instanceof Line.Interaction ? next.next() : line);
    }

    /// Some interactions arrive once more, anywhere later; each has an id and is counted once. Some identifications
    /// are repeated at once.
    History repeated(Random random) {
        var repeated = new ArrayList<Line>();
        for (var line : lines) {
            repeated.add(line);
            if (line instanceof Line.Identify && random.nextBoolean()) repeated.add(line);
        }
        for (var line : lines)
            if (line instanceof Line.Interaction && random.nextInt(3) == 0)
                repeated.add(
                        repeated.indexOf(line) + 1 + random.nextInt(repeated.size() - repeated.indexOf(line)), line);
        return new History(seed, account, repeated);
    }

    /// All living campaigns, and the account as a whole.
    List<String> campaigns() {
        var campaigns = Twin.campaigns(lines);
        campaigns.add(Figures.ACCOUNT);
        return campaigns;
    }

    /// All of it, to be read.
    String told() {
        return this + "\n  " + account
                + lines.stream().map(line -> "\n  " + line).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return "history %d of %d lines".formatted(seed, lines.size());
    }
}
