package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.query.SpringLaunch.ADA;
import static tributary.query.SpringLaunch.EM1;
import static tributary.query.SpringLaunch.act;
import static tributary.query.SpringLaunch.acts;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.events.InteractionKind;
import tributary.query.Office;
import tributary.query.SpringLaunch;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JourneyReportTest {
    @Test // D-10
    void acts_of_one_instant_are_told_by_what_they_are_and_not_as_they_arrived(@TempDir Path folder) {
        try (var office = new Office(folder, "2023-12-31").record(SpringLaunch.facts(Map.of()))) {
            office.record(acts(act("2023-06-01T10:00:00Z", InteractionKind.MEETING, ADA, null, null)));
            office.record(acts(act("2023-06-01T10:00:00Z", InteractionKind.CALL, ADA, null, null)));
            office.record(acts(act("2023-06-01T10:00:00Z", InteractionKind.EMAIL_OPEN, ADA, EM1, null)));

            assertThat(office.list("entries", "/api/v1/contacts/c1/journey"))
                    .filteredOn(entry -> "2023-06-01T10:00:00Z".equals(entry.get("at")))
                    .extracting(entry -> entry.get("kind"))
                    .containsExactly("EMAIL_OPEN", "CALL", "MEETING");
        }
    }
}
