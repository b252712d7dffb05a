package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;

/// A fact that this version does not know is never passed over.
abstract class UnreadableFactContract extends StoreContract {
    /// The database itself, past everything that guards it.
    abstract Connection connect() throws SQLException;

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
        sql("update events set payload = ?", new byte[] {1, 2});

        for (long position : new long[] {1, 2})
            assertThatThrownBy(() -> db.facts().at(position))
                    .isInstanceOf(UnreadableFactException.class)
                    .hasMessageContaining("position " + position);
    }

    @Test
    void a_store_of_another_schema_is_refused() throws SQLException {
        sql("update meta set value = ? where name = 'schema'", "9".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> EventDatabase.open(location(), clock()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("version 9");
    }

    private void sql(String statement, Object... parameters) throws SQLException {
        try (var connection = connect();
                var change = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) change.setObject(i + 1, parameters[i]);
            change.executeUpdate();
        }
    }
}
