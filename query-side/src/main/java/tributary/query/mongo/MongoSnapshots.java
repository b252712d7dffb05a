package tributary.query.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.set;

import com.github.luben.zstd.Zstd;
import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import tributary.events.AccountId;
import tributary.query.live.JourneySnapshots;

/// Snapshots in MongoDB: pieces named by a hash of what is in them, so that one that an earlier snapshot has is not
/// written again; and a document that names the pieces, written last, so that half a snapshot is none.
///
/// The last two snapshots of an account stay, for those who are reading. A piece that none of them names goes when
/// nobody has asked for it to be there for a while: another node may be about to name it.
public final class MongoSnapshots implements JourneySnapshots {
    /// How many snapshots of an account stay.
    private static final int STAY = 2;
    /// So long a piece stays that no snapshot names.
    private static final Duration UNNAMED = Duration.ofHours(1);

    private static final int PACKED_AT_LEVEL = 1;
    /// Names in one question.
    private static final int NAMES = 1_000;

    private final MongoCollection<Document> snapshots;
    private final MongoCollection<Document> pieces;
    private final Duration unnamed;

    public MongoSnapshots(MongoDatabase database) {
        this(database, UNNAMED);
    }

    MongoSnapshots(MongoDatabase database, Duration unnamed) {
        this.snapshots = database.getCollection("snapshots");
        // What is written before the snapshot is journalled with it at the latest.
        this.pieces = database.getCollection("snapshotPieces").withWriteConcern(WriteConcern.W1);
        this.unnamed = unnamed;
    }

    @Override
    public <T> Optional<T> newest(AccountId account, BiFunction<Label, Iterator<byte[]>, T> reader) {
        var newest = ofAccount(account).first();
        if (newest == null) return Optional.empty();
        var label = new Label(account, newest.getLong("position"), Instant.parse(newest.getString("recordedAt")));
        try (var ahead = new PiecesAhead(newest.getList("pieces", String.class), name -> piece(account, name))) {
            return Optional.of(reader.apply(label, ahead));
        }
    }

    /// From the newest.
    private FindIterable<Document> ofAccount(AccountId account) {
        return snapshots.find(eq("account", account.value())).sort(Sorts.descending("position", "keptAt"));
    }

    private byte[] piece(AccountId account, String name) {
        var found = pieces.find(eq("_id", id(account, name))).first();
        if (found == null) throw new IllegalStateException("piece " + name + " of a snapshot is missing");
        var bytes = Zstd.decompress(found.get("bytes", Binary.class).getData(), found.getInteger("size"));
        if (!name(bytes).equals(name))
            throw new IllegalStateException("piece " + name + " of a snapshot is not as it was written");
        return bytes;
    }

    private static String id(AccountId account, String name) {
        return account.value() + "/" + name;
    }

    private static String name(byte[] piece) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(piece));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public Kept keep(Label label, Consumer<Consumer<byte[]>> written) {
        pieces.createIndex(Indexes.ascending("account"));
        snapshots.createIndex(Indexes.compoundIndex(Indexes.ascending("account"), Indexes.descending("position")));
        var keeping = new Keeping(label);
        written.accept(keeping::put);
        keeping.end();
        tidy(label.account());
        return keeping.kept();
    }

    /// Removes older snapshots and what only they named.
    private void tidy(AccountId account) {
        var named = new HashSet<String>();
        var stay = new ArrayList<Object>();
        for (var snapshot : ofAccount(account).limit(STAY)) {
            stay.add(snapshot.get("_id"));
            snapshot.getList("pieces", String.class).forEach(name -> named.add(id(account, name)));
        }
        snapshots.deleteMany(and(eq("account", account.value()), nin("_id", stay)));
        pieces.deleteMany(and(eq("account", account.value()), nin("_id", named), unasked()));
    }

    private Bson unasked() {
        var before = new Document("$subtract", List.of("$$NOW", unnamed.toMillis()));
        return Filters.expr(new Document("$lte", List.of("$askedAt", before)));
    }

    /// One snapshot on its way.
    private final class Keeping {
        private final Label label;
        private final List<String> names = new ArrayList<>();
        private final Set<String> there;
        private long bytes;
        private int newPieces;
        private long packedBytes;

        Keeping(Label label) {
            this.label = label;
            this.there = new HashSet<>();
            for (var piece : pieces.find(eq("account", label.account().value())).projection(new Document("_id", 1)))
                there.add(piece.getString("_id"));
        }

        void put(byte[] piece) {
            var name = name(piece);
            names.add(name);
            bytes += piece.length;
            if (!there.contains(id(label.account(), name))) write(name, piece);
        }

        private void write(String name, byte[] piece) {
            var packed = Zstd.compress(piece, PACKED_AT_LEVEL);
            pieces.updateOne(
                    eq("_id", id(label.account(), name)),
                    combine(
                            set("account", label.account().value()),
                            set("size", piece.length),
                            set("bytes", new Binary(packed)),
                            currentDate("askedAt")),
                    new UpdateOptions().upsert(true));
            there.add(id(label.account(), name));
            newPieces++;
            packedBytes += packed.length;
        }

        void end() {
            for (var from = 0; from < names.size(); from += NAMES) {
                var some = names.subList(from, Math.min(names.size(), from + NAMES));
                var ids = some.stream().map(name -> id(label.account(), name)).toList();
                pieces.updateMany(in("_id", ids), currentDate("askedAt"));
            }
            var id = id(label.account(), Long.toString(label.position()));
            snapshots.updateOne(
                    eq("_id", id),
                    combine(
                            set("account", label.account().value()),
                            set("position", label.position()),
                            set("recordedAt", label.recordedAt().toString()),
                            set("bytes", bytes),
                            set("pieces", names),
                            currentDate("keptAt")),
                    new UpdateOptions().upsert(true));
        }

        Kept kept() {
            return new Kept(names.size(), bytes, newPieces, packedBytes);
        }
    }
}
