package tributary.query.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import tributary.events.Refusal;

/// Where figures are published: a database of a MongoDB. What is not said in its address is such that a MongoDB that
/// is away holds nobody up for long.
public final class MongoPlace {
    /// What [#parse] takes.
    public static final String ACCEPTED = "mongodb://[USER:PASSWORD@]HOST[:PORT][,…][/DATABASE][?OPTION=VALUE&…]";

    private static final String SCHEME = "mongodb://";
    private static final String DATABASE = "tributary";

    /// Until a server is found that can take the question, or a connection to it is free.
    private static final int FIND_MILLIS = 2_000;
    /// Until it has answered; the longest are bulks of writes.
    private static final int ANSWER_MILLIS = 10_000;

    private final ConnectionString address;

    private MongoPlace(ConnectionString address) {
        this.address = address;
    }

    /// @throws Refusal.Invalid if it is not of a form that is accepted; the text names that, and repeats no password
    public static MongoPlace parse(String text) {
        try {
            if (text.startsWith(SCHEME)) return new MongoPlace(new ConnectionString(text));
        } catch (IllegalArgumentException | MongoException _) {
            // The driver's text may repeat a password: refused below, in words of our own.
        }
        throw new Refusal.Invalid(
                "unknown-mongo",
                "The place for read models is not one we know",
                "figures cannot be published there; what is accepted is " + ACCEPTED);
    }

    String databaseName() {
        return Optional.ofNullable(address.getDatabase()).orElse(DATABASE);
    }

    /// A client of this place, which connects when it is needed.
    MongoClient client() {
        return MongoClients.create(settings());
    }

    /// Looks whether the place can be used now.
    ///
    /// @throws MongoAway if no server answers, or not to us
    public void check() {
        try (var client = client()) {
            client.getDatabase(databaseName()).runCommand(new Document("ping", 1));
        } catch (MongoSecurityException _) {
            throw new MongoAway("it does not let us in with the user and password of --mongo; asked " + hosts());
        } catch (MongoException _) {
            throw new MongoAway("no server answered as we need it at " + hosts());
        }
    }

    private String hosts() {
        return String.join(", ", address.getHosts());
    }

    private MongoClientSettings settings() {
        return MongoClientSettings.builder()
                .applicationName("tributary")
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(FIND_MILLIS, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(FIND_MILLIS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(FIND_MILLIS, TimeUnit.MILLISECONDS)
                        .readTimeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS))
                .applyConnectionString(address)
                .readPreference(ReadPreference.primary())
                .readConcern(ReadConcern.MAJORITY)
                .writeConcern(
                        WriteConcern.MAJORITY.withJournal(true).withWTimeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS))
                .build();
    }
}
