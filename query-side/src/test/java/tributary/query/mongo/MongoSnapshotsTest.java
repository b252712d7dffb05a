package tributary.query.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tributary.query.live.JourneySnapshots;
import tributary.query.live.JourneySnapshotsContract;

class MongoSnapshotsTest extends JourneySnapshotsContract {
    private final String place = MongoForTests.emptyPlace();
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void connect() {
        client = MongoClients.create(place);
        database = client.getDatabase(new ConnectionString(place).getDatabase());
    }

    @AfterEach
    void drop() {
        client.close();
        MongoForTests.drop(place);
    }

    @Override
    protected JourneySnapshots snapshots() {
        return new MongoSnapshots(database);
    }

    private JourneySnapshots forgetfulSnapshots() {
        return new MongoSnapshots(database, Duration.ZERO);
    }

    @Test
    void a_piece_that_is_there_is_not_written_again() {
        var snapshots = snapshots();

        assertThat(keep(snapshots, 7, "one", "two", "one").newPieces()).isEqualTo(2);
        assertThat(keep(snapshots, 9, "zero", "one", "two").newPieces()).isEqualTo(1);

        assertThat(database.getCollection("snapshotPieces").countDocuments()).isEqualTo(3);
    }

    @Test
    void the_last_two_stay_and_what_only_older_ones_named_goes() {
        var snapshots = forgetfulSnapshots();

        keep(snapshots, 1, "one", "same");
        keep(snapshots, 2, "two", "same");
        assertThat(database.getCollection("snapshotPieces").countDocuments()).isEqualTo(3);
        keep(snapshots, 3, "three", "same");

        assertThat(database.getCollection("snapshots").countDocuments()).isEqualTo(2);
        assertThat(database.getCollection("snapshotPieces").countDocuments()).isEqualTo(3);
        assertThat(read(snapshots).orElseThrow()).endsWith("three same");
    }

    /// Another node may just have found it there.
    @Test
    void a_piece_that_nobody_names_stays_for_a_while() {
        var snapshots = snapshots();

        for (var position = 1; position <= 4; position++) keep(snapshots, position, "piece " + position);

        assertThat(database.getCollection("snapshots").countDocuments()).isEqualTo(2);
        assertThat(database.getCollection("snapshotPieces").countDocuments()).isEqualTo(4);
    }

    @Test
    void a_piece_that_is_lost_or_not_as_it_was_written_makes_the_snapshot_unreadable() {
        var snapshots = snapshots();
        keep(snapshots, 7, "one", "two");
        var pieces = database.getCollection("snapshotPieces");
        var other = pieces.find().first().get("bytes", Binary.class);

        pieces.updateMany(new Document(), Updates.set("bytes", other));
        assertThatThrownBy(() -> read(snapshots)).hasMessageContaining("is not as it was written");

        pieces.deleteOne(Filters.exists("_id"));
        assertThatThrownBy(() -> read(snapshots)).hasMessageContaining("is missing");
    }

    @Test
    void a_crash_between_any_two_writes_leaves_a_whole_snapshot() {
        var written = 0;
        for (var more = true; more; written++) {
            database.drop();
            keep(forgetfulSnapshots(), 1, "one", "same");
            keep(forgetfulSnapshots(), 2, "two", "same");
            var crashing = new MongoSnapshots(CrashingDatabase.after(database, written), Duration.ZERO);
            try {
                keep(crashing, 3, "three", "same", "four");
                more = false;
            } catch (CrashingDatabase.Crash _) {
                // and another process goes on
            }
            var found = read(snapshots()).orElseThrow();
            if (more) assertThat(found).isIn(afterEach().values());
            else assertThat(found).isEqualTo(afterEach().get(3));
            keep(forgetfulSnapshots(), 3, "three", "same", "four");
            assertThat(read(snapshots())).contains(afterEach().get(3));
            assertThat(database.getCollection("snapshots").countDocuments()).isEqualTo(2);
            assertThat(database.getCollection("snapshotPieces").countDocuments())
                    .isEqualTo(4);
        }
        assertThat(written).isGreaterThan(5);
    }

    private static Map<Integer, String> afterEach() {
        return Map.of(
                2, "2 2024-01-01T00:00:00.000002Z two same",
                3, "3 2024-01-01T00:00:00.000003Z three same four");
    }
}
