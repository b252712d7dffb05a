package tributary.query.live;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tributary.events.AccountId;
import tributary.events.Asset;
import tributary.events.AssetEvent;
import tributary.events.AssetType;
import tributary.events.CampaignEvent;
import tributary.events.CampaignId;
import tributary.events.ContactEvent;
import tributary.events.ContactId;
import tributary.events.DealEvent;
import tributary.events.DealId;
import tributary.events.Fact;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.InteractionsRecorded;
import tributary.query.figures.Metric;
import tributary.query.journey.AccountJourneys;
import tributary.store.EventDatabase;
import tributary.store.Recorded;
import tributary.store.SqliteFile;

/// Measures what one late fact of each kind costs an account until a report includes it: folding, and judging what
/// it concerns. Of the whole process, so that what other threads do counts too.
///
/// Arguments: the data folder of a server that does not run, which is only read; how many facts of each kind (20).
public final class LateFactsMeasured {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int SAMPLES = 2_000;

    private final Random random = new Random(7);
    private final List<String> visitors = new ArrayList<>();
    private final List<ContactId> contacts = new ArrayList<>();
    private final List<DealId> deals = new ArrayList<>();
    private final List<CampaignId> campaigns = new ArrayList<>();
    private final Map<Asset, Integer> uses = new HashMap<>();
    private final List<AssetEvent.AssetDescribed> descriptions = new ArrayList<>();
    private final int rounds;
    private AccountId account;
    private AccountLedger ledger;
    private long position;
    private int made;
    private int seen;

    private LateFactsMeasured(int rounds) {
        this.rounds = rounds;
    }

    public static void main(String[] args) {
        var file = Path.of(args[0], "events.db");
        try (var database = EventDatabase.open(new SqliteFile(file), Clock.systemUTC());
                var crew = new Crew(Runtime.getRuntime().availableProcessors())) {
            new LateFactsMeasured(args.length > 1 ? Integer.parseInt(args[1]) : 20).run(database, crew);
        }
    }

    private void run(EventDatabase database, Crew crew) {
        var facts = database.facts();
        var begun = System.nanoTime();
        facts.read(0, facts.head(), recorded -> {
            if (ledger == null) {
                account = recorded.account();
                ledger = new AccountLedger(account, new AccountJourneys(account, facts), crew);
            }
            ledger.fold(recorded);
            sample(recorded.fact());
        });
        position = facts.head();
        ledger.makeReady(Stream.of(ledger.ownRules()), () -> {});
        System.out.printf("%,d ms to fold and judge all%n", (System.nanoTime() - begun) / 1_000_000);
        read();
        var byUse = uses.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        var rare = byUse.subList(0, byUse.size() / 4);
        var usual = byUse.subList(byUse.size() / 2, byUse.size() * 3 / 4);
        var often = byUse.subList(byUse.size() - 5, byUse.size());
        System.out.printf(
                "assets: %d; touches of a usual one %,d to %,d, of the most used %,d%n",
                byUse.size(), uses.get(usual.getFirst()), uses.get(usual.getLast()), uses.get(byUse.getLast()));
        for (var warm = 0; warm < 2; warm++) {
            if (warm == 1) System.out.printf("%-44s %9s %9s %9s %9s%n", "ms", "p50", "p90", "max", "cpu");
            measure("page view of a known browser", warm, () -> act(anyOf(visitors), null, page(usual)));
            measure("e-mail opened by a contact", warm, () -> act(null, anyOf(contacts), page(usual)));
            measure("page view of a new browser", warm, () -> act("new-" + made++, null, page(usual)));
            measure(
                    "identification",
                    warm,
                    () -> new ContactEvent.VisitorIdentified(anyOf(contacts), anyOf(visitors), false, now()));
            measure(
                    "contact created",
                    warm,
                    () -> new ContactEvent.ContactCreated(
                            new ContactId("new-" + made++), ContactEvent.Source.IMPORT, true, "lead", null, now()));
            measure(
                    "contacts merged",
                    warm,
                    () -> new ContactEvent.ContactsMerged(take(contacts), take(contacts), now()));
            measure(
                    "deal changed",
                    warm,
                    () -> new DealEvent.DealChanged(anyOf(deals), Map.of("amount", "" + made++), now()));
            measure("deal associated", warm, () -> new DealEvent.DealAssociated(anyOf(deals), anyOf(contacts), now()));
            measure("asset associated from now, rare", warm, () -> associated(rare, now()));
            measure("asset associated from now, usual", warm, () -> associated(usual, now()));
            measure("asset associated from now, most used", warm, () -> associated(often, now()));
            measure(
                    "asset associated since a month, usual",
                    warm,
                    () -> associated(usual, now().minusSeconds(2_592_000)));
            measure("asset associated since ever, rare", warm, () -> associated(rare, ever()));
            measure("asset associated since ever, usual", warm, () -> associated(usual, ever()));
            measure("asset associated since ever, most used", warm, () -> associated(often, ever()));
            measure(
                    "asset dissociated, usual",
                    warm,
                    () -> new CampaignEvent.AssetDissociated(anyOf(campaigns), anyOf(usual), now()));
            measure("UTM value changed", warm, () -> changed(Map.of("hs_utm", "late " + made++)));
            measure("campaign renamed", warm, () -> changed(Map.of("hs_name", "late " + made++)));
            measure("asset described as before", warm, this::describedAgain);
            measure(
                    "asset described first",
                    warm,
                    () -> new AssetEvent.AssetDescribed(
                            new Asset(AssetType.LANDING_PAGE, "new-" + made++),
                            "New",
                            "https://example.com/new/" + made,
                            null,
                            null,
                            now()));
            measure(
                    "campaign created",
                    warm,
                    () -> new CampaignEvent.CampaignCreated(
                            new CampaignId("new-" + made++), Map.of("hs_name", "New"), Map.of(), now()));
        }
        measure(
                "campaign deleted",
                Math.min(rounds, 10),
                1,
                () -> new CampaignEvent.CampaignDeleted(take(campaigns), now()));
        measureReading();
    }

    private void measureReading() {
        var from = LocalDate.parse("2010-01-01").toEpochDay();
        var to = LocalDate.parse("2030-01-01").toEpochDay();
        for (var list : tributary.query.figures.ContactList.values())
            timed(
                    "list " + list,
                    rounds,
                    () -> ledger.read(ledger.ownRules(), Optional.empty(), true, 0, view -> {
                        var count = new int[1];
                        view.figures().contacts(list, 3, from, to, (_, _) -> count[0]++);
                        return count[0];
                    }));
        timed(
                "pairs",
                rounds,
                () -> ledger.read(ledger.ownRules(), Optional.empty(), true, 0, view -> {
                    var count = new int[1];
                    view.figures().pairs(3, from, to, (_, _, _) -> count[0]++);
                    return count[0];
                }));
        timed(
                "closed deals",
                rounds,
                () -> ledger.read(ledger.ownRules(), Optional.empty(), true, 0, view -> {
                    var count = new int[1];
                    view.figures().closedDeals(3, from, to, (_, _, _, _) -> count[0]++);
                    return count[0];
                }));
    }

    private Fact describedAgain() {
        var said = anyOf(descriptions);
        return new AssetEvent.AssetDescribed(
                said.asset(), said.name(), said.url(), said.hasForm(), said.listType(), now());
    }

    private Fact changed(Map<String, String> properties) {
        return new CampaignEvent.CampaignChanged(anyOf(campaigns), properties, Map.of(), now());
    }

    private Fact associated(List<Asset> among, Instant at) {
        return new CampaignEvent.AssetAssociated(anyOf(campaigns), anyOf(among), at);
    }

    private Asset page(List<Asset> among) {
        return anyOf(among);
    }

    private Fact act(String visitor, ContactId contact, Asset asset) {
        var isView = visitor != null;
        return new InteractionsRecorded(
                account,
                "late",
                List.of(new Interaction(
                        now().minusSeconds(random.nextInt(40_000_000)).plusNanos(1_000L * made++),
                        isView ? InteractionKind.PAGE_VIEW : InteractionKind.EMAIL_OPEN,
                        visitor,
                        contact,
                        false,
                        asset,
                        null,
                        isView ? "https://example.com/late?utm_campaign=late" : null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "late-" + made++)));
    }

    private Instant now() {
        return Instant.parse("2025-01-01T00:00:00Z").plusNanos(1_000L * made++);
    }

    private Instant ever() {
        return Instant.parse("2012-01-01T00:00:00Z").plusNanos(1_000L * made++);
    }

    private <T> T anyOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T take(List<T> values) {
        return values.remove(random.nextInt(values.size()));
    }

    private void sample(Fact fact) {
        switch (fact) {
            case InteractionsRecorded batch -> batch.interactions().forEach(this::sample);
            case ContactEvent.ContactCreated created -> sample(contacts, created.contact());
            case DealEvent.DealCreated created -> sample(deals, created.deal());
            case CampaignEvent.CampaignCreated created -> campaigns.add(created.campaign());
            case AssetEvent.AssetDescribed described -> descriptions.add(described);
            default -> {}
        }
    }

    private void sample(Interaction act) {
        if (act.asset() != null) uses.merge(act.asset(), 1, Integer::sum);
        if (act.visitor() != null) sample(visitors, act.visitor());
    }

    private <T> void sample(List<T> into, T value) {
        if (into.size() < SAMPLES) into.add(value);
        else if (random.nextInt(++seen) < SAMPLES) into.set(random.nextInt(SAMPLES), value);
    }

    private void measure(String what, int warm, Supplier<Fact> fact) {
        measure(what, rounds, warm, fact);
    }

    private void measure(String what, int times, int shown, Supplier<Fact> fact) {
        var millis = new double[times];
        var cpu = SYSTEM.getProcessCpuTime();
        for (var i = 0; i < times; i++) {
            var recorded = new Recorded(++position, Instant.EPOCH, account, fact.get());
            var begun = System.nanoTime();
            ledger.fold(recorded);
            read();
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        if (shown == 1) show(what, millis, (SYSTEM.getProcessCpuTime() - cpu) / 1e6 / times);
    }

    private void timed(String what, int times, Runnable work) {
        var millis = new double[times];
        var cpu = SYSTEM.getProcessCpuTime();
        for (var i = 0; i < times; i++) {
            var begun = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        show(what, millis, (SYSTEM.getProcessCpuTime() - cpu) / 1e6 / times);
    }

    private static void show(String what, double[] millis, double cpu) {
        Arrays.sort(millis);
        System.out.printf(
                "%-44s %9.2f %9.2f %9.2f %9.2f%n",
                what, millis[millis.length / 2], millis[millis.length * 9 / 10], millis[millis.length - 1], cpu);
    }

    private long read() {
        return ledger.read(
                ledger.ownRules(),
                Optional.empty(),
                true,
                0,
                view -> view.figures().count(Metric.SESSIONS, 0, 0, 30_000));
    }
}
