package tributary.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.command.account.AccountCommand.AskPlacement;
import tributary.command.account.AccountCommand.AskSettings;
import tributary.command.account.AccountCommand.ChangeAccount;
import tributary.command.account.AccountCommand.DefinePipeline;
import tributary.command.account.AccountCommand.OpenAccount;
import tributary.command.account.AccountCommand.SetRate;
import tributary.events.AccountEvent.AccountChanged;
import tributary.events.AccountEvent.AccountOpened;
import tributary.events.AccountEvent.PipelineDefined;
import tributary.events.AccountEvent.RateSet;
import tributary.events.AccountEvent.Stage;
import tributary.events.AccountId;
import tributary.events.PipelineId;
import tributary.events.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountTest {
    private static final AccountId ACME = new AccountId("acme");
    private static final PipelineId PARTNERS = new PipelineId("partners");
    private static final Map<String, String> SETTINGS = Map.of("name", "Acme", "tier", "ALL");
    private static final Instant APRIL = Instant.parse("2023-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2023-05-01T00:00:00Z");
    private static final List<Stage> STAGES = List.of(new Stage("signed", "Signed", true, BigDecimal.ONE));

    private static final AccountOpened OPENED = new AccountOpened(ACME, SETTINGS, Instant.EPOCH);
    private static final PipelineDefined DEFAULT =
            new PipelineDefined(ACME, Pipelines.DEFAULT, "Sales pipeline", Pipelines.defaultStages(), Instant.EPOCH);
    private static final PipelineDefined DEFINED = new PipelineDefined(ACME, PARTNERS, "Partners", STAGES, MAY);

    private final FixtureConfiguration<Account> account = new AggregateTestFixture<>(Account.class);

    @Test // D-13
    void opens_with_settings_and_a_default_pipeline_that_any_later_word_replaces() {
        account.givenNoPriorActivity().when(new OpenAccount(ACME, SETTINGS)).expectEvents(OPENED, DEFAULT);
    }

    @Test
    void the_default_pipeline_has_the_stages_of_HubSpot_and_open() {
        assertThat(Pipelines.defaultStages())
                .extracting(Stage::id)
                .containsExactly(
                        "open",
                        "appointmentscheduled",
                        "qualifiedtobuy",
                        "presentationscheduled",
                        "decisionmakerboughtin",
                        "contractsent",
                        "closedwon",
                        "closedlost");
        assertThat(Pipelines.defaultStages().stream().filter(Stage::won))
                .extracting(Stage::id)
                .containsExactly("closedwon");
    }

    @Test
    void opens_once() {
        account.given(OPENED, DEFAULT)
                .when(new OpenAccount(ACME, SETTINGS))
                .expectException(Refusal.Conflict.class)
                .expectExceptionMessage("account acme exists; expected another id");
    }

    @Test
    void changes() {
        account.given(OPENED, DEFAULT)
                .when(new ChangeAccount(ACME, Map.of("tier", "ENTERPRISE"), MAY))
                .expectEvents(new AccountChanged(ACME, Map.of("tier", "ENTERPRISE"), MAY));
    }

    @Test // D-13
    void of_several_changes_the_last_by_date_is_present() {
        account.given(
                        OPENED,
                        DEFAULT,
                        new AccountChanged(ACME, Map.of("tier", "ENTERPRISE"), MAY),
                        new AccountChanged(ACME, Map.of("tier", "PROFESSIONAL"), APRIL))
                .when(new AskSettings(ACME))
                .expectResultMessagePayload(Map.of("name", "Acme", "tier", "ENTERPRISE"));
    }

    @Test
    void defines_a_pipeline() {
        account.given(OPENED, DEFAULT)
                .when(new DefinePipeline(ACME, PARTNERS, "Partners", STAGES, MAY))
                .expectEvents(DEFINED);
    }

    @Test
    void sets_an_exchange_rate() {
        var since = LocalDate.parse("2023-05-01");
        account.given(OPENED, DEFAULT)
                .when(new SetRate(ACME, "USD", new BigDecimal("0.91"), since, MAY))
                .expectEvents(new RateSet(ACME, "USD", new BigDecimal("0.91"), since, MAY));
    }

    @Test
    void places_a_deal_in_a_pipeline_that_has_the_stage() {
        account.given(OPENED, DEFAULT, DEFINED)
                .when(new AskPlacement(ACME, List.of("partners"), "signed"))
                .expectResultMessagePayload(new Placement(PARTNERS, "signed"));
    }

    @Test
    void places_a_deal_of_an_unknown_pipeline_in_the_default_one() {
        account.given(OPENED, DEFAULT, DEFINED)
                .when(new AskPlacement(ACME, List.of("elsewhere"), "open"))
                .expectResultMessagePayload(new Placement(Pipelines.DEFAULT, "open"));
    }

    @Test
    void places_a_deal_of_no_pipeline_in_the_default_one() {
        account.given(OPENED, DEFAULT)
                .when(new AskPlacement(ACME, List.of(), "closedwon"))
                .expectResultMessagePayload(new Placement(Pipelines.DEFAULT, "closedwon"));
    }

    @Test
    void accepts_a_stage_that_a_pipeline_had_before_it_was_defined_anew() {
        account.given(
                        OPENED,
                        DEFAULT,
                        new PipelineDefined(
                                ACME, PARTNERS, "Partners", List.of(new Stage("talking", null, false, null)), APRIL),
                        DEFINED)
                .when(new AskPlacement(ACME, List.of("partners"), "talking"))
                .expectResultMessagePayload(new Placement(PARTNERS, "talking"));
    }

    @Test
    void refuses_an_unknown_stage_and_names_those_there_are() {
        account.given(OPENED, DEFAULT, DEFINED)
                .when(new AskPlacement(ACME, List.of("partners"), "won"))
                .expectException(Refusal.Invalid.class)
                .expectExceptionMessage("stage is \"won\"; expected one of pipeline partners: signed");
    }

    @Test
    void does_nothing_before_it_is_opened() {
        account.givenNoPriorActivity()
                .when(new ChangeAccount(ACME, SETTINGS, MAY))
                .expectException(Refusal.Unknown.class)
                .expectExceptionMessage("there is no account acme for this token");
    }
}
