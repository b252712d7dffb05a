package tributary.query.cluster;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/// Collections `nodes` and `segments`. Every instant in them is MongoDB's own (`$$NOW`), so no two clocks are
/// compared; who gets what is decided by who changes the document first.
final class MongoLeases implements Leases {
    /// Longer than that a question is not waited for: a node that cannot ask goes on with what it knows.
    private static final Duration LONGEST = Duration.ofSeconds(3);
    /// So long after its last sign of life a node is shown to people who look into the collection.
    private static final Duration SHOWN = Duration.ofHours(1);

    private static final String NOW = "$$NOW";

    private final MongoCollection<Document> nodes;
    private final MongoCollection<Document> segments;
    private boolean prepared;

    MongoLeases(MongoDatabase database) {
        var patient = database.withTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY);
        nodes = patient.getCollection("nodes");
        segments = patient.getCollection("segments");
    }

    @Override
    public Standing beat(Node node) {
        prepare();
        nodes.updateOne(
                eq("_id", node.id()),
                List.of(set(new Document("address", literal(node.address()))
                        .append("role", literal(node.role().word()))
                        .append("heartbeat", NOW))),
                new UpdateOptions().upsert(true));
        segments.updateMany(
                or(eq("owner", node.id()), eq("heir", node.id())),
                List.of(set(new Document("until", renewed("owner", "until", node.id()))
                        .append("heirUntil", renewed("heir", "heirUntil", node.id())))));
        return new Standing(living(), leases());
    }

    private synchronized void prepare() {
        if (prepared) return;
        segments.bulkWrite(IntStream.range(0, Segments.COUNT)
                .mapToObj(segment -> new UpdateOneModel<Document>(
                        eq("_id", segment), Updates.setOnInsert("owner", null), new UpdateOptions().upsert(true)))
                .toList());
        nodes.deleteMany(expr(new Document("$lt", List.of("$heartbeat", ago(SHOWN)))));
        prepared = true;
    }

    private List<Node> living() {
        var living = new ArrayList<Node>();
        nodes.find(expr(new Document("$gt", List.of("$heartbeat", ago(SILENCE)))))
                .sort(new Document("_id", 1))
                .forEach(found -> Role.find(found.getString("role"))
                        .ifPresent(role ->
                                living.add(new Node(found.getString("_id"), found.getString("address"), role))));
        return living;
    }

    private List<Lease> leases() {
        var found = new Lease[Segments.COUNT];
        segments.aggregate(List.of(new Document(
                        "$project",
                        new Document("owner", ifLiving("owner", "until"))
                                .append("heir", ifLiving("heir", "heirUntil")))))
                .forEach(each -> {
                    var segment = each.getInteger("_id");
                    found[segment] = new Lease(
                            segment,
                            Optional.ofNullable(each.getString("owner")),
                            Optional.ofNullable(each.getString("heir")));
                });
        return List.of(found);
    }

    @Override
    public boolean inherit(int segment, String node) {
        prepare();
        return changed(
                and(eq("_id", segment), or(eq("heir", node), expr(isOver("heir", "heirUntil")))),
                set(new Document("heir", literal(node)).append("heirUntil", fromNow(SILENCE))));
    }

    @Override
    public boolean own(int segment, String node) {
        return changed(
                and(eq("_id", segment), eq("heir", node), expr(new Document("$not", isOver("heir", "heirUntil")))),
                set(new Document("owner", literal(node)).append("until", fromNow(SILENCE))),
                new Document("$unset", List.of("heir", "heirUntil")));
    }

    @Override
    public void leave(String node) {
        nodes.deleteOne(eq("_id", node));
        segments.updateMany(eq("owner", node), Updates.combine(Updates.set("owner", null), Updates.unset("until")));
        segments.updateMany(eq("heir", node), Updates.combine(Updates.unset("heir"), Updates.unset("heirUntil")));
    }

    private boolean changed(Bson filter, Bson... stages) {
        return segments.updateOne(filter, List.of(stages)).getMatchedCount() == 1;
    }

    private static Document set(Document fields) {
        return new Document("$set", fields);
    }

    /// A later instant if the node is the holder, otherwise what it is.
    private static Document renewed(String holder, String until, String node) {
        var isHolder = new Document("$eq", List.of("$" + holder, literal(node)));
        return new Document("$cond", List.of(isHolder, fromNow(SILENCE), ifThere("$" + until)));
    }

    private static Document ifLiving(String holder, String until) {
        return new Document("$cond", List.of(isOver(holder, until), literal(null), "$" + holder));
    }

    /// Whether nobody holds it, or who does has fallen silent.
    private static Document isOver(String holder, String until) {
        var nobody = new Document("$eq", List.of(new Document("$type", "$" + holder), "missing"));
        return new Document("$or", List.of(nobody, new Document("$lte", List.of("$" + until, NOW))));
    }

    private static Object ifThere(String field) {
        return new Document("$ifNull", List.of(field, "$$REMOVE"));
    }

    private static Document fromNow(Duration span) {
        return new Document("$add", List.of(NOW, span.toMillis()));
    }

    private static Document ago(Duration span) {
        return new Document("$subtract", List.of(NOW, span.toMillis()));
    }

    /// So that nothing in it is taken for the name of a field.
    private static Document literal(Object value) {
        return new Document("$literal", value);
    }
}
