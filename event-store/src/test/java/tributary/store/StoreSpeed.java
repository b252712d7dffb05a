package tributary.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tributary.events.AccountId;
import tributary.events.Asset;
import tributary.events.AssetType;
import tributary.events.Bot;
import tributary.events.ContactId;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.InteractionsRecorded;
import tributary.events.Origin;
import tributary.store.codec.FactCodec;

/// Measures the store with the interactions of a history file. Not a test: run it with the file and a folder for
/// the database as arguments.
final class StoreSpeed {
    private static final AccountId ACME = new AccountId("acme");
    private static final int BATCH = 1000;
    private static final int ROUNDS = 3;

    private final List<Interaction> interactions;
    private final List<InteractionsRecorded> batches = new ArrayList<>();
    private final Path folder;

    private StoreSpeed(List<Interaction> interactions, Path folder) {
        this.interactions = interactions;
        this.folder = folder;
        for (int from = 0; from < interactions.size(); from += BATCH)
            batches.add(new InteractionsRecorded(
                    ACME, "token-1", interactions.subList(from, Math.min(from + BATCH, interactions.size()))));
    }

    public static void main(String[] arguments) throws IOException {
        var speed = new StoreSpeed(read(Path.of(arguments[0])), Path.of(arguments[1]));
        System.out.println(speed.interactions.size() + " interactions");
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.println("round " + round);
            speed.codec();
            speed.store("speed-" + System.nanoTime() + ".db");
        }
    }

    private void codec() {
        var codec = new FactCodec();
        var packed = new ArrayList<byte[]>();
        each("encode", interactions.size(), () -> batches.forEach(batch -> packed.add(codec.encode(batch))));
        long bytes = packed.stream().mapToLong(batch -> batch.length).sum();
        System.out.printf(Locale.ROOT, "  %.1f bytes an interaction%n", (double) bytes / interactions.size());
        each(
                "decode",
                interactions.size(),
                () -> packed.forEach(batch -> codec.decode("interactions.recorded", FactCodec.REVISION, batch)));
    }

    private void store(String name) throws IOException {
        var file = folder.resolve(name);
        try (var db = EventDatabase.open(new SqliteFile(file), Clock.systemUTC())) {
            each(
                    "append, synced, batches of " + BATCH,
                    interactions.size(),
                    () -> batches.forEach(batch -> db.transactions()
                            .executeInTransaction(() -> db.engine()
                                    .appendEvents(
                                            new GenericEventMessage<>(batch, MetaData.with("account", "acme"))))));
            inTransactions(db, "once index: is new and add", interactions.size(), i -> {
                if (db.once().isNew(ACME, "token-1", "h" + i)) db.once().add(ACME, "token-1", "h" + i);
            });
            inTransactions(
                    db,
                    "once index: is not new",
                    interactions.size(),
                    i -> db.once().isNew(ACME, "token-1", "h" + i));
            int contacts = 50_000;
            inTransactions(db, "register and hold", contacts, i -> {
                var contact = new ContactId("c" + i);
                db.identities().register(ACME, contact);
                db.identities().hold(ACME, "person" + i + "@mail.example.org", contact);
            });
            for (var what : List.of("seal with a new key", "seal again"))
                inTransactions(
                        db,
                        what,
                        contacts,
                        i -> db.vault()
                                .seal(
                                        ACME,
                                        new ContactId("c" + i),
                                        Map.of("email", "person" + i + "@mail.example.org")));
            inTransactions(
                    db,
                    "holder",
                    interactions.size(),
                    i -> db.identities()
                            .holder(ACME, "person" + (i * 7919L % contacts) + "@mail.example.org")
                            .orElseThrow());
            inTransactions(
                    db,
                    "survivor",
                    interactions.size(),
                    i -> db.identities().survivor(ACME, new ContactId("c" + (i * 7919L % contacts))));
            long[] read = {0};
            each(
                    "read, decoding ahead",
                    interactions.size(),
                    () -> db.facts().read(0, db.facts().head(), recorded -> {
                        if (recorded.fact() instanceof InteractionsRecorded batch)
                            read[0] += batch.interactions().size();
                    }));
            var token = db.tokens().issue(ACME, "t", Scopes.ALL, null);
            each("token find", 100_000, () -> {
                for (int i = 0; i < 100_000; i++)
                    db.tokens().find(token.secret()).orElseThrow();
            });
        }
        System.out.printf(Locale.ROOT, "  file: %.1f MB%n", Files.size(file) / 1e6);
        each("open and first transaction", 1, () -> {
            try (var db = EventDatabase.open(new SqliteFile(file), Clock.systemUTC())) {
                db.transactions().executeInTransaction(() -> db.once().isNew(ACME, "token-1", "x"));
            }
        });
        Files.delete(file);
    }

    private static void inTransactions(EventDatabase db, String what, int count, IntConsumer work) {
        each(what, count, () -> {
            for (int from = 0; from < count; from += BATCH) {
                int first = from;
                db.transactions().executeInTransaction(() -> {
                    for (int i = first; i < Math.min(count, first + BATCH); i++) work.accept(i);
                });
            }
        });
    }

    private static void each(String what, int count, Runnable work) {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "  %-40s %10.0f/s  %7.3f us each  %.2f s%n",
                what,
                count / seconds,
                seconds * 1e6 / count,
                seconds);
    }

    private static List<Interaction> read(Path file) throws IOException {
        var json = new JsonMapper();
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("{\"type\":\"interaction\""))
                    .map(json::readTree)
                    .map(StoreSpeed::interaction)
                    .toList();
        }
    }

    private static Interaction interaction(JsonNode line) {
        var email = text(line, "email");
        var contact = email == null ? text(line, "contact") : email.replaceAll("\\D", "");
        var origin = line.get("origin");
        var bot = text(line, "bot");
        return new Interaction(
                Instant.parse(text(line, "at")),
                InteractionKind.valueOf(text(line, "kind")),
                text(line, "visitor"),
                contact == null ? null : new ContactId(contact),
                email != null,
                asset(line.get("asset")),
                asset(line.get("page")),
                text(line, "url"),
                text(line, "referrer"),
                text(line, "keyword"),
                origin == null
                        ? null
                        : new Origin(Origin.Type.valueOf(text(origin, "type")), asset(origin.get("asset"))),
                bot == null ? null : Bot.valueOf(bot),
                text(line, "title"),
                text(line, "id"));
    }

    private static Asset asset(JsonNode asset) {
        return asset == null ? null : new Asset(AssetType.valueOf(text(asset, "type")), text(asset, "id"));
    }

    private static String text(JsonNode node, String name) {
        var value = node.get(name);
        return value == null ? null : value.asString();
    }
}
