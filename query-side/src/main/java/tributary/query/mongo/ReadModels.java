package tributary.query.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.RawBsonDocument;

/// The collections that figures are published in, and all of their indexes (docs/read-models.md). Documents of
/// figures have an `_id` that begins with the number of their publication, so that what belongs together lies
/// together and needs no further index, nor does taking it away.
final class ReadModels {
    static final String ACCOUNTS = "accounts";
    static final String PUBLICATIONS = "publications";
    static final String NUMBERS = "publicationNumbers";
    static final String CAMPAIGNS = "campaigns";
    static final String DAYS = "campaignDays";
    static final String CONTACTS = "campaignContacts";
    static final String DEALS = "wonDeals";

    /// Those of which each publication has documents of its own.
    static final String[] OF_FIGURES = {CAMPAIGNS, DAYS, CONTACTS, DEALS};

    private final MongoDatabase database;

    ReadModels(MongoDatabase database) {
        this.database = database;
    }

    /// Makes the indexes that are not there yet.
    void createIndexes() {
        documents(DEALS).createIndex(Indexes.ascending("_id." + Field.PUBLICATION, Field.CLOSE_DATE));
    }

    MongoCollection<Document> documents(String collection) {
        return database.getCollection(collection);
    }

    /// For documents that are written as they are.
    MongoCollection<RawBsonDocument> raw(String collection) {
        return database.getCollection(collection, RawBsonDocument.class);
    }
}
