package tributary.query.replay;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import tributary.query.mongo.MongoForTests;
import tributary.store.AskedReplays;
import tributary.store.AskedReplaysContract;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MongoAskedReplaysTest extends AskedReplaysContract {
    private final String place = MongoForTests.emptyPlace();
    private final MongoClient client = MongoClients.create(place);
    private AskedReplays replays = opened();

    private AskedReplays opened() {
        return new MongoAskedReplays(client.getDatabase(new ConnectionString(place).getDatabase()));
    }

    @Override
    protected AskedReplays replays() {
        return replays;
    }

    @Override
    protected void reopen() {
        replays = opened();
    }

    @AfterEach
    void drop() {
        client.close();
        MongoForTests.drop(place);
    }
}
