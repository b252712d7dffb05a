package tributary.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;
import tributary.store.PostgresServer;

/// After an erasure PostgreSQL's tables hold neither the key nor the addresses of the person, and so does no dump; what
/// its files keep of old rows goes when the tables are written anew, as docs/operating.md says.
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresErasureTest {
    @TempDir
    private Path folder;

    private final PostgresServer postgres = PostgresServer.start();
    private Server server;
    private Client client;

    @BeforeEach
    void anna_and_bert_are_known() throws IOException {
        server = Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve("data"), postgres.address(), null));
        var admin = Client.withToken(server.address(), server.adminSecret());
        client = Client.withToken(server.address(), SampleHistory.openedAccount(admin));
        SampleHistory.acknowledged(client, """
                {"type":"campaign.create","campaign":"c","name":"C","at":"2024-01-01T00:00:00Z"}
                {"type":"campaign.associate","campaign":"c","asset":{"type":"FORM","id":"f"},"at":"2024-01-01T00:00:00Z"}
                {"type":"contact.create","contact":"anna","email":"anna@example.com","properties":{"firstname":"Anna-Maria"}}
                {"type":"contact.create","contact":"bert","email":"bert@example.com"}
                {"type":"interaction","kind":"FORM_SUBMISSION","email":"anna@example.com","asset":{"type":"FORM","id":"f"}}
                """.strip());
    }

    @AfterEach
    void end() {
        server.close();
        postgres.close();
    }

    private Connection connected() throws SQLException {
        return DriverManager.getConnection(postgres.address()
                .replaceFirst("postgresql://([^:]+):([^@]+)@(.*)", "jdbc:postgresql://$3?user=$1&password=$2"));
    }

    private void execute(String statement) throws SQLException {
        try (var connection = connected();
                var statements = connection.createStatement()) {
            statements.execute(statement);
        }
    }

    private byte[] bytes(String question) throws SQLException {
        try (var connection = connected();
                var ask = connection.prepareStatement(question)) {
            var row = ask.executeQuery();
            return row.next() ? row.getBytes(1) : null;
        }
    }

    private byte[] keyOf(String contact) throws SQLException {
        return bytes("select secret from contact_keys where contact = '" + contact + "'");
    }

    private byte[] hashOf(String contact) throws SQLException {
        return bytes("select hash from addresses where contact = '" + contact + "'");
    }

    private boolean lies(byte[] what) throws IOException {
        try (var files = Files.walk(postgres.folder().resolve("data/base"))) {
            for (var file : files.filter(Files::isRegularFile).toList())
                try {
                    var content = new String(Files.readAllBytes(file), ISO_8859_1);
                    if (content.contains(new String(what, ISO_8859_1))) return true;
                } catch (NoSuchFileException gone) {
                    continue; // since it was listed
                }
            return false;
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void key_and_addresses_are_gone_from_tables_dumps_and_exports_and_figures_stand() throws Exception {
        var key = keyOf("anna");
        var hash = hashOf("anna");
        var kept = keyOf("bert");
        var figures = client.get("/api/v1/metrics").json().path("account");
        assertThat(postgres.dump()).contains(hex(key), hex(hash), hex(kept));

        SampleHistory.acknowledged(client, "{\"type\":\"contact.erase\",\"contact\":\"anna\"}");

        assertThat(keyOf("anna")).isEmpty();
        assertThat(hashOf("anna")).isNull();
        assertThat(postgres.dump())
                .contains(hex(kept))
                .doesNotContain(hex(key), hex(hash), "anna@example.com", "Anna-Maria");
        assertThat(client.get("/api/v1/history/export").text())
                .contains("bert@example.com")
                .doesNotContain("anna@example.com", "Anna-Maria");
        assertThat(client.get("/api/v1/metrics").json().path("account")).isEqualTo(figures);
    }

    @Test
    void old_rows_are_in_no_file_of_the_tables_once_these_are_written_anew() throws Exception {
        var key = keyOf("anna");
        var hash = hashOf("anna");
        execute("checkpoint");
        assertThat(lies(key)).isTrue();
        assertThat(lies(hash)).isTrue();
        SampleHistory.acknowledged(client, "{\"type\":\"contact.erase\",\"contact\":\"anna\"}");

        for (var table : new String[] {"contact_keys", "addresses", "contacts"}) execute("vacuum full " + table);
        execute("checkpoint");

        assertThat(lies(key)).isFalse();
        assertThat(lies(hash)).isFalse();
        assertThat(lies(keyOf("bert"))).isTrue();
        assertThat(lies("anna@example.com".getBytes(ISO_8859_1))).isFalse();
    }
}
