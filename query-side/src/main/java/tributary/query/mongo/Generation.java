package tributary.query.mongo;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tributary.attribution.journey.Settings;
import tributary.attribution.rules.RuleSet;
import tributary.query.figures.Dirt;
import tributary.query.figures.Figures;
import tributary.query.figures.HeapFigures;
import tributary.query.journey.AccountJourneys;
import tributary.query.live.AccountView;
import tributary.query.live.LiveAccount;

/// One publication of an account's figures under a rule set, by this process: written as a whole beside the one that
/// is read, and kept up with the facts from then on. It ends when other figures, or other settings, take the place
/// of those it was made of.
final class Generation {
    /// Pieces that are copied while facts wait.
    private static final int SLICE = 256;

    private final LiveAccount account;
    private final RuleSet rules;
    private final Basis basis;
    private final Dirt following;
    /// Taken out of what is followed, and not written yet.
    private final Dirt pending;
    private final Stamp stamp;
    private long directoryVersion;
    /// All documents that are written include everything up to here.
    private long position;

    /// What the documents are made of.
    private record Basis(HeapFigures figures, AccountJourneys journeys, Settings settings) {
        boolean isStill(AccountView view, HeapFigures present) {
            return figures == present && journeys == view.journeys() && judgesAlike(view.settings());
        }

        private boolean judgesAlike(Settings present) {
            return present.zone().equals(settings.zone()) && present.currency().equals(settings.currency());
        }
    }

    private Generation(LiveAccount account, RuleSet rules, long number, AccountView view, HeapFigures figures) {
        this.account = account;
        this.rules = rules;
        this.basis = new Basis(figures, view.journeys(), view.settings());
        this.following = figures.follow();
        this.pending = following.take();
        this.directoryVersion = view.directory().version();
        this.position = view.position();
        this.stamp = new Stamp(
                number,
                account.account().value(),
                rules.name(),
                view.settings().currency(),
                rules.modelNames(),
                position);
    }

    /// Begins one, of which nothing is written yet; none if the figures are kept no more.
    static Optional<Generation> begin(LiveAccount account, RuleSet rules, long number) {
        return account.look(rules, (view, figures) -> new Generation(account, rules, number, view, figures));
    }

    long number() {
        return stamp.publication();
    }

    long position() {
        return position;
    }

    /// Whether it still can be kept up with the facts.
    boolean stands() {
        return account.look(rules, basis::isStill).orElse(false);
    }

    /// Writes everything.
    ///
    /// @return whether it still stands
    boolean writeAll(Bulks bulks) {
        return copy(Copies::directory, bulks) && eachOf(Copies::campaigns, bulks) && bucketsAndDeals(bulks);
    }

    private boolean eachOf(Function<Copies, Integer> campaigns, Bulks bulks) {
        var count = look(campaigns);
        if (count.isEmpty()) return false;
        for (var campaign = Figures.ACCOUNT; campaign < count.get(); campaign++) {
            var wanted = campaign;
            if (!copy(copies -> copies.days(wanted), bulks)) return false;
        }
        return true;
    }

    private boolean bucketsAndDeals(Bulks bulks) {
        var buckets = look(Copies::buckets).orElse(0);
        for (var bucket = 0; bucket < buckets; bucket++) {
            var wanted = bucket;
            if (!copy(copies -> copies.contacts(wanted), bulks)) return false;
        }
        var deals = look(Copies::deals).orElse(0);
        for (var from = 0; from < deals; from += SLICE) {
            var wanted =
                    IntStream.range(from, Math.min(deals, from + SLICE)).boxed().toList();
            if (!copy(copies -> copies.deals(wanted, false), bulks)) return false;
        }
        return stands();
    }

    /// Writes what has changed since it was written.
    ///
    /// @return whether it still stands; then [#position] tells how far all of it is
    boolean catchUp(Bulks bulks) {
        var begun = account.look(rules, (view, figures) -> {
            if (!basis.isStill(view, figures)) return false;
            pending.add(following.take());
            position = view.position();
            return true;
        });
        if (!begun.orElse(false) || !writeDirectory(bulks) || !writePending(bulks)) return false;
        bulks.finish();
        pending.take();
        return true;
    }

    private boolean writeDirectory(Bulks bulks) {
        var version = account.look(rules, (view, _) -> view.directory().version());
        if (version.isEmpty() || version.get() == directoryVersion) return version.isPresent();
        if (!copy(Copies::directory, bulks)) return false;
        directoryVersion = version.get();
        return true;
    }

    private boolean writePending(Bulks bulks) {
        var days = List.copyOf(pending.days());
        for (var from = 0; from < days.size(); from += SLICE) {
            var some = days.subList(from, Math.min(days.size(), from + SLICE));
            if (!copy(
                    copies -> some.stream()
                            .map(day -> copies.day(day.campaign(), day.day()))
                            .toList(),
                    bulks)) return false;
        }
        var buckets = pending.blocks().stream()
                .collect(Collectors.groupingBy(
                        Dirt.Block::block, Collectors.mapping(Dirt.Block::campaign, Collectors.toSet())));
        for (var bucket : buckets.entrySet())
            if (!copy(copies -> copies.contacts(bucket.getKey(), bucket.getValue()), bulks)) return false;
        var deals = List.copyOf(pending.deals());
        for (var from = 0; from < deals.size(); from += SLICE) {
            var some = deals.subList(from, Math.min(deals.size(), from + SLICE));
            if (!copy(copies -> copies.deals(some, true), bulks)) return false;
        }
        return true;
    }

    private <T> Optional<T> look(Function<Copies, T> work) {
        return account.look(
                        rules,
                        (view, figures) -> basis.isStill(view, figures)
                                ? Optional.of(work.apply(new Copies(view, figures)))
                                : Optional.<T>empty())
                .flatMap(found -> found);
    }

    private record Copied(List<Piece> pieces, long position) {}

    private boolean copy(Function<Copies, List<Piece>> work, Bulks bulks) {
        var copied = account.look(
                        rules,
                        (view, figures) -> basis.isStill(view, figures)
                                ? Optional.of(new Copied(work.apply(new Copies(view, figures)), view.position()))
                                : Optional.<Copied>empty())
                .flatMap(found -> found);
        copied.ifPresent(found -> {
            var at = stamp.at(found.position());
            for (var piece : found.pieces()) bulks.add(piece.collection(), at.document(piece), found.position());
        });
        return copied.isPresent();
    }
}
