package tributary.query.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tributary.query.live.JourneySnapshots;
import tributary.query.live.LiveAccounts;

/// The MongoDB of the read models: only where an address of one is given.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(MongoConfiguration.ADDRESS)
public class MongoConfiguration {
    /// The property that holds the address, which [MongoPlace#parse] takes.
    public static final String ADDRESS = "tributary.mongo";

    @Bean
    MongoPlace mongoPlace(@Value("${" + ADDRESS + "}") String address) {
        return MongoPlace.parse(address);
    }

    @Bean
    MongoClient mongoClient(MongoPlace place) {
        return place.client();
    }

    @Bean
    MongoDatabase mongoDatabase(MongoPlace place, MongoClient client) {
        return client.getDatabase(place.databaseName());
    }

    @Bean
    JourneySnapshots journeySnapshots(MongoDatabase database) {
        return new MongoSnapshots(database);
    }

    @Bean
    PublishedFigures publishedFigures(MongoDatabase database) {
        return new PublishedFigures(database);
    }

    @Bean
    Publisher publisher(LiveAccounts accounts, MongoDatabase database) {
        return new Publisher(accounts, new ReadModels(database));
    }
}
