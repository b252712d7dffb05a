package tributary.query.mongo;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.bson.Document;
import tributary.attribution.rules.RuleSet;
import tributary.query.live.AccountView;
import tributary.query.live.LiveAccount;

/// Publishes the figures of one account under each rule set that is kept. For one thread at a time.
final class AccountPublisher {
    /// So long a publication that was replaced can still be read by who began with it.
    private static final Duration READ_OUT = Duration.ofSeconds(10);
    /// So often what changed meanwhile is written before a publication is shown.
    private static final int CATCHING_UP = 3;

    private final LiveAccount account;
    private final ReadModels models;
    private final Publications publications;
    private final Executor writers;
    private final Map<String, Shown> shown = new HashMap<>();
    private String chosen;
    /// Rule sets under which something is published, by this process or one before it.
    private final Set<String> earlier = new HashSet<>();
    private boolean lookedForEarlier;
    /// By rule set: what is to be taken away when.
    private final Map<String, Map<Long, Long>> leftovers = new HashMap<>();

    private static final class Shown {
        private final Generation generation;
        /// Everything up to here is told as published.
        private long position;

        Shown(Generation generation) {
            this.generation = generation;
            this.position = generation.position();
        }
    }

    AccountPublisher(LiveAccount account, ReadModels models, Publications publications, Executor writers) {
        this.account = account;
        this.models = models;
        this.publications = publications;
        this.writers = writers;
    }

    /// Whether it is about these very journeys.
    boolean isOf(LiveAccount other) {
        return account == other;
    }

    LiveAccount account() {
        return account;
    }

    /// Publishes what is not published yet.
    void publish() {
        if (account.position() == 0) return;
        account.keepOwn();
        for (var rules : account.kept()) publish(rules);
        choose();
        hideUnkept();
        sweep();
    }

    private void publish(RuleSet rules) {
        var present = shown.get(rules.name());
        if (present != null && present.generation.stands()) catchUp(rules, present);
        else publishWhole(rules);
    }

    private void catchUp(RuleSet rules, Shown present) {
        if (present.position == account.position()) return;
        if (!present.generation.catchUp(new Bulks(models, writers, false))) return; // begun anew the next time
        var head = head(rules, present.generation.position());
        if (head.isEmpty()) return;
        if (publications.move(account.account(), rules.name(), present.generation.number(), head.get()))
            present.position = present.generation.position();
        else shown.remove(rules.name());
    }

    private void publishWhole(RuleSet rules) {
        shown.remove(rules.name());
        var name = rules.name();
        var number = publications.begin(account.account(), name);
        var begun = Generation.begin(account, rules, number);
        if (begun.isPresent() && write(begun.get())) {
            var head = head(rules, begun.get().position());
            if (head.isPresent() && publications.show(account.account(), name, number, head.get()))
                shown.put(name, new Shown(begun.get()));
        }
        noteLeftovers(name);
    }

    private boolean write(Generation generation) {
        var all = new Bulks(models, writers, true);
        var stands = generation.writeAll(all);
        all.finish();
        for (var time = 0; stands && time < CATCHING_UP && generation.position() < account.position(); time++)
            stands = generation.catchUp(new Bulks(models, writers, false));
        return stands;
    }

    private void noteLeftovers(String ruleSet) {
        var due = System.nanoTime() + READ_OUT.toNanos();
        var known = leftovers.computeIfAbsent(ruleSet, _ -> new HashMap<>());
        for (var number : publications.leftovers(account.account(), ruleSet)) known.putIfAbsent(number, due);
    }

    /// What is needed to read a publication beside its documents.
    private Optional<Document> head(RuleSet rules, long position) {
        return account.look(rules, (view, _) -> head(view, position));
    }

    private static Document head(AccountView view, long position) {
        var settings = view.settings();
        return new Document(Field.POSITION, position)
                .append(Field.NAME, view.directory().accountName())
                .append(Field.TIME_ZONE, settings.zone().getId())
                .append(Field.CURRENCY, settings.currency())
                .append(Field.TIER, settings.tier().name())
                .append(Field.WEEK_START, settings.weekStart().name())
                .append(Field.BOT_FILTER, settings.emailBotFilter())
                .append(
                        Field.SITE_DOMAINS,
                        settings.siteDomains().stream().sorted().toList())
                .append(
                        Field.INTERACTION_TYPES,
                        settings.attributionKinds().stream()
                                .map(Enum::name)
                                .sorted()
                                .toList())
                .append(Field.PARAMETERS, new Document(view.ruleSet().values()));
    }

    /// The account's own rule set is the chosen one as soon as figures under it can be read.
    private void choose() {
        for (var rules : account.kept()) {
            if (!shown.containsKey(rules.name())) continue;
            var own = account.look(rules, (view, _) -> view.journeys().ruleSet());
            if (own.filter(rules.name()::equals).isEmpty() || own.get().equals(chosen)) continue;
            publications.choose(account.account(), own.get());
            chosen = own.get();
        }
    }

    private void hideUnkept() {
        var kept = account.kept().stream().map(RuleSet::name).toList();
        if (!lookedForEarlier) earlier.addAll(publications.ruleSets(account.account()));
        lookedForEarlier = true;
        earlier.addAll(shown.keySet());
        for (var name : List.copyOf(earlier)) {
            if (kept.contains(name) || name.equals(chosen)) continue;
            publications.hide(account.account(), name);
            shown.remove(name);
            earlier.remove(name);
            noteLeftovers(name);
        }
    }

    private void sweep() {
        var now = System.nanoTime();
        var inUse = new HashSet<Long>();
        shown.values().forEach(each -> inUse.add(each.generation.number()));
        leftovers.forEach((ruleSet, numbers) -> numbers.entrySet().removeIf(entry -> {
            if (now - entry.getValue() < 0) return false;
            if (!inUse.contains(entry.getKey())) publications.sweep(account.account(), ruleSet, entry.getKey());
            return true;
        }));
    }
}
