package tributary.query.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MongoForTestsTest {
    @Test
    void each_place_is_a_database_of_its_own() {
        var one = MongoForTests.emptyPlace();
        var other = MongoForTests.emptyPlace();
        try (var client = MongoClients.create(one)) {
            client.getDatabase(name(one)).getCollection("things").insertOne(new Document("_id", 1));
            assertThat(client.getDatabase(name(one)).getCollection("things").countDocuments())
                    .isEqualTo(1);
            assertThat(client.getDatabase(name(other)).getCollection("things").countDocuments())
                    .isZero();
        } finally {
            MongoForTests.drop(one);
            MongoForTests.drop(other);
        }
    }

    private static String name(String place) {
        return new ConnectionString(place).getDatabase();
    }
}
