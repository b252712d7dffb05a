package tributary.benchmarks;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.vm.VM;
import tributary.attribution.journey.Touches;
import tributary.events.AccountId;
import tributary.query.journey.AccountJourneys;
import tributary.store.EventDatabase;
import tributary.store.Facts;
import tributary.store.StoreLocation;

/// Folds a stored history into journeys, as a server does at its start, and measures by object layout what they
/// take in memory, part by part: `benchmarks/java JourneysFootprint sqlite:FILE [account]`. The file should be a
/// copy: tables that an older program has not made are added.
public final class JourneysFootprint {
    /// They know what they fold into.
    private static final Set<String> FOLDS = Set.of("acts", "contactFold", "catalogFeed", "directory");

    private JourneysFootprint() {}

    public static void main(String[] args) {
        try (var database = EventDatabase.open(StoreLocation.parse(args[0]), Clock.systemUTC())) {
            var account = args.length > 1
                    ? new AccountId(args[1])
                    : database.accounts().all().getFirst();
            var journeys = folded(database.facts(), account);
            System.out.printf(
                    "%s%n%n", VM.current().details().lines().findFirst().orElse(""));
            print(
                    journeys.touches(),
                    new Footprint(Set.of(Facts.class, ZoneId.class))
                            .parts(journeys, Set.of("strands", "contacts", "acts", "deals"), FOLDS));
            System.out.printf(
                    "%n%,d interactions, %,d persons, %,d contacts, %,d deals%n%s%n",
                    journeys.touches(),
                    journeys.people(),
                    journeys.contacts(),
                    journeys.deals(),
                    ClassLayout.parseClass(Touches.class).toPrintable());
        }
    }

    private static AccountJourneys folded(Facts facts, AccountId account) {
        var journeys = new AccountJourneys(account, facts);
        facts.read(0, facts.head(), recorded -> {
            if (recorded.account().equals(account)) journeys.apply(recorded);
        });
        journeys.drain();
        journeys.compact();
        return journeys;
    }

    /// Parts of less than a hundredth of a byte an interaction are told together.
    private static void print(long interactions, List<Footprint.Part> parts) {
        System.out.println("| part | objects | MB | bytes an interaction |\n| --- | ---: | ---: | ---: |");
        var small = new Footprint.Part("all others", 0, 0);
        for (var part : parts)
            if (part.bytes() >= interactions / 100) print(part, interactions);
            else small = small.and(part);
        print(small, interactions);
        print(parts.stream().reduce(new Footprint.Part("together", 0, 0), Footprint.Part::and), interactions);
    }

    private static void print(Footprint.Part part, long interactions) {
        System.out.printf(
                "| %s | %,d | %.1f | %.2f |%n",
                part.name(), part.objects(), part.bytes() / 1e6, (double) part.bytes() / interactions);
    }
}
