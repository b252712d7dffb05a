package tributary.query.replay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.store.AskedReplay;
import tributary.store.AskedReplays;

/// Collection `replays`. As in the event store, who holds one is decided by who changes its document first, and that an
/// account has one at a time by a unique index.
final class MongoAskedReplays implements AskedReplays {
    private static final Logger LOG = LoggerFactory.getLogger(MongoAskedReplays.class);
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final Bson LATEST_FIRST = Indexes.descending("number");

    private final MongoCollection<Document> replays;
    private boolean prepared;

    MongoAskedReplays(MongoDatabase database) {
        replays = database.getCollection("replays");
    }

    @Override
    public Optional<String> remember(AskedReplay asked) {
        return there(() -> {
            while (true) {
                var account = eq("account", asked.account().value());
                var other = replays.find(and(account, eq("ended", false))).first();
                if (other != null) return Optional.of(other.getString("_id"));
                forget(account);
                if (isAdded(asked)) return Optional.empty();
            }
        });
    }

    /// Leaves room for one more.
    private void forget(Bson account) {
        var last = replays.find(account)
                .sort(LATEST_FIRST)
                .skip(REMEMBERED - 1)
                .limit(1)
                .first();
        if (last != null) replays.deleteMany(and(account, lte("number", last.getLong("number"))));
    }

    /// @return not if another one was faster, with the account or only with the number
    private boolean isAdded(AskedReplay asked) {
        var latest = replays.find().sort(LATEST_FIRST).limit(1).first();
        var number = latest == null ? 1 : latest.getLong("number") + 1;
        try {
            replays.insertOne(written(asked, number));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false;
            throw failure;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    private static Document written(AskedReplay asked, long number) {
        return new Document("_id", asked.id())
                .append("number", number)
                .append("account", asked.account().value())
                .append("kind", asked.kind())
                .append("ruleSet", asked.ruleSet().orElse(null))
                .append("source", asked.source())
                .append("askedAt", asked.askedAt().toString())
                .append("attempts", asked.attempts())
                .append("holder", asked.holder().orElse(null))
                .append("beats", 0L)
                .append("unwanted", false)
                .append("ended", false)
                .append("told", asked.told());
    }

    private static AskedReplay read(Document written) {
        return new AskedReplay(
                written.getString("_id"),
                new AccountId(written.getString("account")),
                written.getString("kind"),
                Optional.ofNullable(written.getString("ruleSet")),
                written.getString("source"),
                Instant.parse(written.getString("askedAt")),
                written.getInteger("attempts"),
                Optional.ofNullable(written.getString("holder")),
                written.getLong("beats"),
                written.getBoolean("unwanted"),
                written.getBoolean("ended"),
                written.getString("told"));
    }

    @Override
    public Optional<AskedReplay> find(AccountId account, String id) {
        return there(() -> Optional.ofNullable(replays.find(and(eq("_id", id), eq("account", account.value())))
                        .first())
                .map(MongoAskedReplays::read));
    }

    @Override
    public List<AskedReplay> of(AccountId account) {
        return there(() -> all(replays.find(eq("account", account.value())).sort(LATEST_FIRST)));
    }

    @Override
    public List<AskedReplay> open() {
        return there(() -> all(replays.find(eq("ended", false)).sort(Indexes.ascending("number"))));
    }

    private static List<AskedReplay> all(FindIterable<Document> found) {
        return List.copyOf(found.map(MongoAskedReplays::read).into(new ArrayList<>()));
    }

    @Override
    public boolean takeUp(String id, long beats, String holder) {
        return changed(and(eq("_id", id), eq("beats", beats)), set("holder", holder), inc("beats", 1L));
    }

    @Override
    public boolean keep(String id, String holder, int attempts, boolean ended, String told) {
        return changed(
                and(eq("_id", id), eq("holder", holder)),
                set("attempts", attempts),
                set("ended", ended),
                set("told", told),
                inc("beats", 1L));
    }

    @Override
    public void leave(String id, String holder, int attempts) {
        changed(
                and(eq("_id", id), eq("holder", holder)),
                set("attempts", attempts),
                set("holder", null),
                inc("beats", 1L));
    }

    @Override
    public void unwant(AccountId account, String id) {
        changed(and(eq("_id", id), eq("account", account.value())), set("unwanted", true));
    }

    /// An end is final.
    private boolean changed(Bson which, Bson... changes) {
        return there(() -> replays.updateOne(and(which, eq("ended", false)), combine(changes))
                        .getMatchedCount()
                == 1);
    }

    /// @throws Refusal.Busy if MongoDB cannot be asked
    private <T> T there(Supplier<T> asking) {
        try {
            prepare();
            return asking.get();
        } catch (MongoException failure) {
            LOG.debug("Replays cannot be asked for", failure);
            throw new Refusal.Busy(
                    "mongo-away", "Replays cannot be asked for now", "MongoDB is away", RETRY_AFTER_SECONDS);
        }
    }

    private synchronized void prepare() {
        if (prepared) return;
        replays.createIndex(LATEST_FIRST, new IndexOptions().unique(true));
        replays.createIndex(
                Indexes.ascending("account"),
                new IndexOptions().name("one-at-a-time").unique(true).partialFilterExpression(eq("ended", false)));
        replays.createIndex(Indexes.compoundIndex(Indexes.ascending("account"), LATEST_FIRST));
        prepared = true;
    }
}
