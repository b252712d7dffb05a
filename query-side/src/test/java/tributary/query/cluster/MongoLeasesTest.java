package tributary.query.cluster;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import tributary.query.mongo.MongoForTests;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MongoLeasesTest extends LeasesContract {
    private final String place = MongoForTests.emptyPlace();
    private final MongoClient client = MongoClients.create(place);
    private final MongoDatabase database = client.getDatabase(new ConnectionString(place).getDatabase());
    private final Leases leases = new MongoLeases(database);

    @AfterEach
    void drop() {
        client.close();
        MongoForTests.drop(place);
    }

    @Override
    Leases leases() {
        return leases;
    }

    /// MongoDB's clock cannot be turned, so everything that was noted is put back.
    @Override
    void pass(Duration span) {
        putBack("nodes", "heartbeat", span);
        putBack("segments", "until", span);
        putBack("segments", "heirUntil", span);
    }

    private void putBack(String collection, String field, Duration span) {
        var earlier = new Document("$subtract", List.of("$" + field, span.toMillis()));
        database.getCollection(collection)
                .updateMany(
                        new Document(field, new Document("$exists", true)),
                        List.of(new Document("$set", new Document(field, earlier))));
    }
}
