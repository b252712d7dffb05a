package tributary.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.command.account.AccountCommand.ActivateRuleSet;
import tributary.command.account.AccountCommand.AskPlacement;
import tributary.command.account.AccountCommand.AskSettings;
import tributary.command.account.AccountCommand.ChangeAccount;
import tributary.command.account.AccountCommand.DefinePipeline;
import tributary.command.account.AccountCommand.DefineRuleSet;
import tributary.command.account.AccountCommand.OpenAccount;
import tributary.command.account.AccountCommand.SetRate;
import tributary.events.AccountEvent.AccountChanged;
import tributary.events.AccountEvent.AccountOpened;
import tributary.events.AccountEvent.PipelineDefined;
import tributary.events.AccountEvent.RateSet;
import tributary.events.AccountEvent.RuleSetDefined;
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

    private static final RuleSetDefined STRICT =
            new RuleSetDefined(ACME, "strict", "2023-09", Map.of("keywords", false), APRIL);

    @Test
    void defines_a_rule_set_of_its_own() {
        account.given(OPENED, DEFAULT)
                .when(new DefineRuleSet(ACME, "strict", "2023-09", Map.of("keywords", false), APRIL))
                .expectEvents(STRICT);
    }

    @Test
    void defines_a_rule_set_on_the_base_of_its_own() {
        account.given(OPENED, DEFAULT, STRICT)
                .when(new DefineRuleSet(ACME, "stricter", "strict", Map.of(), MAY))
                .expectEvents(new RuleSetDefined(ACME, "stricter", "strict", Map.of(), MAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict", "2023-09", "2024-11"})
    void never_gives_a_name_of_a_rule_set_again(String name) {
        account.given(OPENED, DEFAULT, STRICT)
                .when(new DefineRuleSet(ACME, name, "2023-09", Map.of(), MAY))
                .expectException(Refusal.Conflict.class)
                .expectExceptionMessage("rule set " + name + " exists and is never changed; expected another name");
    }

    @Test
    void refuses_a_rule_set_on_an_unknown_base_and_names_those_there_are() {
        account.given(OPENED, DEFAULT, STRICT)
                .when(new DefineRuleSet(ACME, "new", "loose", Map.of(), MAY))
                .expectException(Refusal.Invalid.class)
                .expectExceptionMessage("base is \"loose\"; expected one of 2023-09, 2024-11, strict");
    }

    @Test
    void has_a_bounded_number_of_rule_sets() {
        var given = new ArrayList<Object>(List.of(OPENED, DEFAULT));
        for (var i = 0; i < RuleSets.MOST; i++)
            given.add(new RuleSetDefined(ACME, "r" + i, "2023-09", Map.of(), APRIL));
        account.given(given)
                .when(new DefineRuleSet(ACME, "one-more", "2023-09", Map.of(), MAY))
                .expectException(Refusal.Conflict.class);
    }

    @Test
    void switches_to_a_rule_set() {
        account.given(OPENED, DEFAULT, STRICT)
                .when(new ActivateRuleSet(ACME, "strict", MAY))
                .expectEvents(new AccountChanged(ACME, Map.of("ruleSet", "strict"), MAY));
    }

    @Test // D-13
    void switches_to_a_rule_set_also_when_another_was_said_for_later() {
        account.given(OPENED, DEFAULT, STRICT, new AccountChanged(ACME, Map.of("ruleSet", "2024-11"), MAY))
                .when(new ActivateRuleSet(ACME, "strict", APRIL))
                .expectEvents(new AccountChanged(ACME, Map.of("ruleSet", "strict"), MAY));
    }

    @Test
    void switching_to_the_rule_set_that_holds_is_nothing_new() {
        account.given(OPENED, DEFAULT, STRICT, new AccountChanged(ACME, Map.of("ruleSet", "strict"), APRIL))
                .when(new ActivateRuleSet(ACME, "strict", MAY))
                .expectNoEvents();
    }

    @Test
    void refuses_an_unknown_rule_set_wherever_it_is_chosen() {
        var told = "ruleSet is \"1999\"; expected one of 2023-09, 2024-11, strict";
        account.given(OPENED, DEFAULT, STRICT)
                .when(new ActivateRuleSet(ACME, "1999", MAY))
                .expectException(Refusal.Invalid.class)
                .expectExceptionMessage(told);
        account.given(OPENED, DEFAULT, STRICT)
                .when(new ChangeAccount(ACME, Map.of("ruleSet", "1999"), MAY))
                .expectException(Refusal.Invalid.class)
                .expectExceptionMessage(told);
    }

    @Test
    void a_change_may_name_a_rule_set_of_its_own() {
        account.given(OPENED, DEFAULT, STRICT)
                .when(new ChangeAccount(ACME, Map.of("ruleSet", "strict"), MAY))
                .expectEvents(new AccountChanged(ACME, Map.of("ruleSet", "strict"), MAY));
    }
}
