package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;
import tributary.store.PostgresForTests;

/// When two servers on one PostgreSQL are told contradictory things at the same time, one of them takes what it is told
/// and the other refuses and says why; then both know the same.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoWritersTest {
    private static final int ROUNDS = 12;
    private static final Pattern OWN_WORD = Pattern.compile("(here|there)-[a-z]?\\d+\\b");
    private static final String LINES = "application/x-ndjson";

    @TempDir
    private Path folder;

    private final String place = PostgresForTests.emptyPlace();
    private final CyclicBarrier both = new CyclicBarrier(2);
    private Server first;
    private Server second;

    @BeforeEach
    void two_servers() {
        first = server("first");
        second = server("second");
    }

    private Server server(String name) {
        return Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve(name), place, null));
    }

    @AfterEach
    void end() {
        first.close();
        second.close();
        PostgresForTests.drop(place);
    }

    /// What both are told, but for a word that tells who was told so.
    ///
    /// @param refusal what the second to come is told
    private record Contradiction(String line, String refusal) {
        String by(String who) {
            return line.replace("WHO", who);
        }
    }

    private static List<Contradiction> contradictions(int round) {
        return List.of(
                        new Contradiction(
                                "{'type':'contact.create','contact':'c#','email':'WHO-c#@example.com'}",
                                "The contact's id is in use"),
                        new Contradiction(
                                "{'type':'contact.create','contact':'WHO-a#','email':'same-#@example.com'}",
                                "Another contact holds the address"),
                        new Contradiction(
                                "{'type':'contact.change','contact':'WHO-known','email':'wanted-#@example.com','properties':{'note':'WHO-#'}}",
                                "Another contact holds the address"),
                        new Contradiction(
                                "{'type':'deal.create','deal':'d#','name':'WHO-d#','amount':'#.00','stage':'open'}",
                                "The deal's id is in use"),
                        new Contradiction(
                                "{'type':'campaign.create','campaign':'k#','name':'WHO-k#'}",
                                "The campaign's id is in use"))
                .stream()
                .map(each -> new Contradiction(
                        each.line().replace('\'', '"').replace("#", Integer.toString(round)), each.refusal()))
                .toList();
    }

    @Test
    void one_of_two_contradictory_lines_is_taken_and_the_other_refused_with_the_reason() throws Exception {
        var token = SampleHistory.openedAccount(Client.withToken(first.address(), first.adminSecret()));
        var here = Client.withToken(first.address(), token);
        var there = Client.withToken(second.address(), token);
        for (var who : List.of("here", "there"))
            assertThat(send(here, "{\"type\":\"contact.create\",\"contact\":\"" + who + "-known\"}")
                            .path("accepted")
                            .asInt())
                    .isOne();
        var taken = new ArrayList<String>();
        var refused = new ArrayList<String>();
        for (int round = 1; round <= ROUNDS; round++)
            for (var contradiction : contradictions(round)) {
                var answer = atOnce(
                        () -> send(here, contradiction.by("here")), () -> send(there, contradiction.by("there")));
                boolean hereWins = answer.getFirst().path("accepted").asInt() == 1;
                var loser = answer.get(hereWins ? 1 : 0);
                assertThat(answer.get(hereWins ? 0 : 1).path("accepted").asInt())
                        .as(answer.toString())
                        .isOne();
                assertThat(loser.path("rejected").asInt()).as(answer.toString()).isOne();
                assertThat(loser.path("problems").get(0).path("title").asString())
                        .as(answer.toString())
                        .isEqualTo(contradiction.refusal());
                taken.add(contradiction.by(hereWins ? "here" : "there"));
                refused.add(contradiction.by(hereWins ? "there" : "here"));
            }

        var exported = ownWords(here.get("/api/v1/history/export").text());
        assertThat(taken).allSatisfy(line -> assertThat(exported).containsAll(ownWords(line)));
        assertThat(refused).allSatisfy(line -> assertThat(exported).doesNotContainAnyElementsOf(ownWords(line)));
        assertBothKnowTheSame(here, there);
    }

    /// What is of one line alone, such as `here-d7`.
    private static Set<String> ownWords(String text) {
        return OWN_WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void what_has_one_id_counts_once_whoever_is_told_and_both_accept_it() throws Exception {
        var token = SampleHistory.openedAccount(Client.withToken(first.address(), first.adminSecret()));
        var here = Client.withToken(first.address(), token);
        var there = Client.withToken(second.address(), token);
        for (int round = 1; round <= ROUNDS; round++) {
            var line = ("{\"type\":\"interaction\",\"id\":\"line-%d\",\"kind\":\"FORM_SUBMISSION\",\"visitor\":\"%s\","
                    + "\"email\":\"person%d@example.com\"}");
            var number = round;
            var answers = atOnce(
                    () -> send(here, line.formatted(number, "here", number)),
                    () -> send(there, line.formatted(number, "there", number)));
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.path("accepted").asInt()).isOne());
        }
        var exported = here.get("/api/v1/history/export").text().lines().toList();
        assertThat(exported)
                .filteredOn(line -> line.startsWith("{\"type\":\"interaction\""))
                .hasSize(ROUNDS)
                .allMatch(line -> line.contains("\"id\":\"line-"));
        assertThat(exported).filteredOn(line -> line.contains("contact.create")).hasSize(ROUNDS);
        assertBothKnowTheSame(here, there);
    }

    @Test
    void one_opens_an_account_and_one_makes_a_rule_set_of_a_name() throws Exception {
        var admins = List.of(
                Client.withToken(first.address(), first.adminSecret()),
                Client.withToken(second.address(), second.adminSecret()));
        for (int round = 1; round <= ROUNDS; round++) {
            var account = "{\"name\":\"Acme\",\"id\":\"acme-" + round + "\"}";
            var opened = atOnce(
                    () -> admins.getFirst().ask("POST", "/api/v1/accounts", "application/json", account),
                    () -> admins.getLast().ask("POST", "/api/v1/accounts", "application/json", account));
            assertThat(opened).extracting(Client.Answer::status).containsExactlyInAnyOrder(201, 409);

            var token = opened.get(opened.getFirst().status() == 201 ? 0 : 1)
                    .json()
                    .path("accessToken")
                    .asString();
            var here = Client.withToken(first.address(), token);
            var there = Client.withToken(second.address(), token);
            var made = atOnce(() -> rules(here, 45), () -> rules(there, 50));
            assertThat(made).extracting(Client.Answer::status).containsExactlyInAnyOrder(201, 409);
            assertThat(here.get("/api/v1/rule-sets/mine").text())
                    .isEqualTo(there.get("/api/v1/rule-sets/mine").text())
                    .contains("\"sessionGapMinutes\":" + (made.getFirst().status() == 201 ? 45 : 50));
        }
    }

    private static Client.Answer rules(Client client, int gap) throws IOException {
        var rules = "{\"base\":\"2023-09\",\"sessionGapMinutes\":" + gap + "}";
        return client.ask("PUT", "/api/v1/rule-sets/mine", "application/json", rules);
    }

    private static void assertBothKnowTheSame(Client here, Client there) throws IOException {
        assertThat(EveryReport.of(there)).isEqualTo(EveryReport.of(here));
        SampleHistory.assertThatAReplayFindsNoDifference(here);
        SampleHistory.assertThatAReplayFindsNoDifference(there);
    }

    private static JsonNode send(Client client, String line) throws IOException {
        var answer = client.ask("POST", "/api/v1/history", LINES, line);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private interface Telling<T> {
        T tell() throws IOException;
    }

    private <T> List<T> atOnce(Telling<T> here, Telling<T> there) {
        var other = CompletableFuture.supplyAsync(() -> told(there), Thread.ofVirtual()::start);
        var one = told(here);
        return List.of(one, other.join());
    }

    private <T> T told(Telling<T> telling) {
        try {
            both.await();
            return telling.tell();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (Exception interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
