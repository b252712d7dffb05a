package tributary.query.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.events.ContactEvent.ContactCreated;
import tributary.events.ContactEvent.ContactDeleted;
import tributary.events.ContactEvent.ContactsMerged;
import tributary.events.ContactEvent.Source;
import tributary.events.ContactId;
import tributary.query.Office;
import tributary.store.Scopes;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactsResourceTest {
    private static final String PATH = "/crm/v3/objects/contacts/";
    private static final ContactId ADA = new ContactId("c1");
    private static final Instant FEBRUARY = Instant.parse("2023-02-01T00:00:00Z");

    private Office office;

    @BeforeEach
    void ada_is_known(@TempDir Path folder) {
        office = new Office(folder, "2023-12-31").knows(ADA, "ada@example.com");
        office.record(new ContactCreated(
                ADA,
                Source.IMPORT,
                true,
                "lead",
                office.seals(ADA, Map.of("email", "ada@example.com", "firstname", "Ada", "city", "Turin")),
                FEBRUARY));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void a_contact_is_found_by_its_id() {
        assertThat(office.answer(PATH + "c1"))
                .isEqualTo(Map.of(
                        "id", "c1",
                        "properties",
                                Map.of(
                                        "email", "ada@example.com",
                                        "firstname", "Ada",
                                        "lifecyclestage", "lead",
                                        "hs_object_id", "c1",
                                        "createdate", "2023-02-01T00:00:00.000Z",
                                        "lastmodifieddate", "2023-02-01T00:00:00.000Z"),
                        "createdAt", "2023-02-01T00:00:00.000Z",
                        "updatedAt", "2023-02-01T00:00:00.000Z",
                        "archived", false));
    }

    @Test
    void a_contact_is_found_by_its_address_percent_encoded_or_not() {
        assertThat(office.answer(PATH + "{address}?idProperty=email", " Ada@Example.com"))
                .containsEntry("id", "c1");
        assertThat(office.answer(PATH + "ada@example.com?idProperty=email")).containsEntry("id", "c1");
    }

    @Test
    void properties_asked_for_are_null_when_they_are_not_known() {
        assertThat(office.answer(PATH + "c1?properties=city,phone").get("properties"))
                .hasToString("{city=Turin, createdate=2023-02-01T00:00:00.000Z, hs_object_id=c1, "
                        + "lastmodifieddate=2023-02-01T00:00:00.000Z, phone=null}");
    }

    @Test
    void a_merged_contact_is_its_survivor() {
        var bea = new ContactId("c2");
        office.knows(bea, "bea@example.com")
                .record(new ContactCreated(bea, Source.API, true, null, null, FEBRUARY))
                .merges(ADA, bea)
                .record(new ContactsMerged(ADA, bea, FEBRUARY.plusSeconds(60)));

        assertThat(office.answer(PATH + "c2")).containsEntry("id", "c1");
        assertThat(office.answer(PATH + "bea@example.com?idProperty=email")).containsEntry("id", "c1");
    }

    @Test
    void a_deleted_contact_is_not_found() {
        office.record(new ContactDeleted(ADA, FEBRUARY.plusSeconds(60))).frees(ADA);

        assertRefused(404, "OBJECT_NOT_FOUND", PATH + "c1");
        assertRefused(404, "OBJECT_NOT_FOUND", PATH + "ada@example.com?idProperty=email");
    }

    @Test
    void an_unknown_contact_is_not_found_and_its_address_not_repeated() {
        assertRefused(404, "OBJECT_NOT_FOUND", PATH + "c9");
        assertThat(assertRefused(404, "OBJECT_NOT_FOUND", PATH + "eve@example.com?idProperty=email"))
                .doesNotContain("eve");
    }

    @Test
    void an_unknown_id_property_is_refused() {
        assertRefused(400, "VALIDATION_ERROR", PATH + "c1?idProperty=phone");
    }

    @Test
    void reading_contacts_needs_its_scope() {
        var response = office.ask(Set.of(Scopes.CAMPAIGNS_READ), PATH + "c1");

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(Office.body(response)).contains("MISSING_SCOPES", Scopes.CONTACTS_READ);
    }

    private String assertRefused(int status, String category, String path) {
        var response = office.ask(Scopes.ALL, path);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(Office.body(response))
                .contains("\"status\":\"error\"", "\"category\":\"" + category + "\"", "\"correlationId\":\"");
        return Office.body(response);
    }
}
