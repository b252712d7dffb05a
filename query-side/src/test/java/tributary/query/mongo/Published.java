package tributary.query.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tributary.query.live.LiveAccount;
import tributary.query.live.LiveWorld;

/// A database in which a world's account is published, when it is told to.
final class Published implements AutoCloseable {
    private final String place;
    private final MongoClient client;
    private final MongoDatabase database;
    private final ReadModels models;
    private final ExecutorService writers = Executors.newFixedThreadPool(2);
    private AccountPublisher publisher;

    Published(String address) {
        place = address;
        var parsed = MongoPlace.parse(address);
        client = parsed.client();
        database = client.getDatabase(parsed.databaseName());
        models = new ReadModels(database);
        models.createIndexes();
    }

    void publish(LiveWorld world) {
        var account = account(world);
        if (publisher == null || !publisher.isOf(account)) publisher = fresh(account);
        publisher.publish();
    }

    static LiveAccount account(LiveWorld world) {
        return world.accounts().live().iterator().next();
    }

    /// As a process does that has just begun.
    AccountPublisher fresh(LiveAccount account) {
        return new AccountPublisher(account, models, new Publications(models), writers);
    }

    PublishedFigures reader() {
        return new PublishedFigures(database);
    }

    String address() {
        return place;
    }

    MongoDatabase database() {
        return database;
    }

    ReadModels models() {
        return models;
    }

    @Override
    public void close() {
        writers.shutdownNow();
        client.close();
        MongoForTests.drop(place);
    }
}
