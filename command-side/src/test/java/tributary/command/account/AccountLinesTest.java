package tributary.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.command.Clerk;
import tributary.events.AccountEvent.AccountChanged;
import tributary.events.AccountEvent.PipelineDefined;
import tributary.events.AccountEvent.RateSet;
import tributary.events.AccountEvent.Stage;
import tributary.events.Fact;
import tributary.events.PipelineId;

/// The facts that lines about the account become.
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountLinesTest {
    private static final Instant APRIL = Instant.parse("2023-04-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Clerk clerk;

    @BeforeEach
    void open() {
        clerk = Clerk.withAccount(folder);
    }

    @AfterEach
    void close() {
        clerk.close();
    }

    private List<Fact> facts(String line) {
        assertThat(clerk.send(line.replace('\'', '"')).problems()).isEmpty();
        return clerk.facts();
    }

    @Test
    void only_the_settings_that_are_said_change() {
        assertThat(facts("{'type':'account.change','at':'2023-04-01T00:00:00Z','timeZone':'Europe/Amsterdam',"
                        + "'emailBotFilter':false,'siteDomains':['example.com','example.org'],"
                        + "'interactionTypes':['CALL','MEETING']}"))
                .containsExactly(new AccountChanged(
                        Clerk.ACME,
                        Map.of(
                                "timeZone", "Europe/Amsterdam",
                                "emailBotFilter", "false",
                                "siteDomains", "example.com,example.org",
                                "interactionTypes", "CALL,MEETING"),
                        APRIL));
    }

    @Test
    void interaction_types_that_are_null_are_all_again() {
        assertThat(facts("{'type':'account.change','at':'2023-04-01T00:00:00Z','interactionTypes':null}"))
                .containsExactly(new AccountChanged(Clerk.ACME, Map.of("interactionTypes", ""), APRIL));
    }

    @Test
    void a_change_of_nothing_is_accepted_and_leaves_no_record() {
        assertThat(facts("{'type':'account.change'}")).isEmpty();
    }

    @Test
    void a_pipeline_is_defined_as_a_whole() {
        assertThat(facts("{'type':'pipeline.define','at':'2023-04-01T00:00:00Z','pipeline':'partners',"
                        + "'label':'Partners','stages':[{'id':'talking','label':'Talking'},"
                        + "{'id':'signed','isClosed':true,'probability':'1.0'}]}"))
                .containsExactly(new PipelineDefined(
                        Clerk.ACME,
                        new PipelineId("partners"),
                        "Partners",
                        List.of(
                                new Stage("talking", "Talking", false, null),
                                new Stage("signed", null, true, new BigDecimal("1.0"))),
                        APRIL));
    }

    @Test
    void a_rate_is_set() {
        assertThat(facts("{'type':'rate.set','at':'2023-04-01T00:00:00Z','currency':'USD','rate':'0.915',"
                        + "'since':'2023-01-01'}"))
                .containsExactly(
                        new RateSet(Clerk.ACME, "USD", new BigDecimal("0.915"), LocalDate.parse("2023-01-01"), APRIL));
    }
}
