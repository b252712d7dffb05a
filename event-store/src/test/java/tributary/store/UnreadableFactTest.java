package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A fact that this version does not know is never passed over.
class UnreadableFactTest extends StoreContract {
    @TempDir
    private Path folder;

    @Override
    StoreLocation location() {
        return new StoreLocation(folder.resolve("events.db"));
    }

    @Test
    void an_unknown_revision_is_named_with_its_position_and_name() throws SQLException {
        append(spring(0), spring(1), spring(2));
        sql("update events set revision = '7' where position = 2");

        for (ThrowingCallable reading : Set.<ThrowingCallable>of(
                () -> db.facts().at(2),
                () -> db.facts().read(0, 3, _ -> {}),
                () -> db.engine()
                        .readEvents((TrackingToken) null, false)
                        .forEach(event -> assertThat(event.getPayload()).isNotNull()),
                () -> db.engine()
                        .readEvents("acme/campaign/spring")
                        .forEachRemaining(
                                event -> assertThat(event.getPayload()).isNotNull())))
            assertThatThrownBy(reading)
                    .isInstanceOf(UnreadableFactException.class)
                    .hasMessageContaining("position 2")
                    .hasMessageContaining("campaign.changed")
                    .hasMessageContaining("revision 7");
    }

    @Test
    void an_unknown_name_is_named() throws SQLException {
        append(spring(0));
        sql("update events set name = 'campaign.sung-about'");

        assertThatThrownBy(() -> db.facts().at(1))
                .isInstanceOf(UnreadableFactException.class)
                .hasMessageContaining("campaign.sung-about");
        assertThatThrownBy(() -> db.engine()
                        .readEvents((TrackingToken) null, false)
                        .forEach(event -> assertThat(event.getPayloadType()).isNotNull()))
                .isInstanceOf(UnreadableFactException.class);
    }

    @Test
    void a_damaged_payload_is_named() throws SQLException {
        append(batch("a"), spring(0));
        sql("update events set payload = x'0102'");

        for (long position : new long[] {1, 2})
            assertThatThrownBy(() -> db.facts().at(position))
                    .isInstanceOf(UnreadableFactException.class)
                    .hasMessageContaining("position " + position);
    }

    @Test
    void a_store_of_another_schema_is_refused() throws SQLException {
        sql("update meta set value = '9' where name = 'schema'");

        assertThatThrownBy(() -> EventDatabase.open(location(), clock()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("version 9");
    }

    private void sql(String statement) throws SQLException {
        try (var connection =
                        DriverManager.getConnection("jdbc:sqlite:" + location().file());
                var change = connection.createStatement()) {
            change.executeUpdate(statement);
        }
    }
}
