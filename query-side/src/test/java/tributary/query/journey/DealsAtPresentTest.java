package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.journey.Deal;
import tributary.events.AccountEvent.PipelineDefined;
import tributary.events.AccountEvent.RateSet;
import tributary.events.AccountEvent.Stage;
import tributary.events.DealEvent;
import tributary.events.DealId;
import tributary.events.PipelineId;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DealsAtPresentTest {
    private static final Map<String, String> OPEN = Map.of("dealstage", "open", "amount", "100.00");
    private static final Map<String, String> WON = Map.of("dealstage", "closedwon");

    @Test
    void the_last_word_by_time_counts_not_the_last_recorded_D_41() {
        var story = new Story().deal("d", 1, OPEN, "anna").changed("d", 9, Map.of("amount", "300.00"));
        story.changed("d", 5, Map.of("amount", "200.00"));

        assertThat(story.deal("d").amountMinor()).isEqualTo(30_000);
    }

    @Test
    void an_empty_text_clears_an_amount() {
        var story = new Story().deal("d", 1, OPEN, "anna").changed("d", 5, Map.of("amount", ""));

        assertThat(story.deal("d").hasAmount()).isFalse();
    }

    @Test
    void a_win_is_the_latest_entry_into_won_stages_and_a_change_before_the_creation_counts_D_7() {
        var story = new Story().deal("d", 10, WON, "anna").changed("d", 5, Map.of("dealstage", "open"));
        assertThat(story.deal("d").wonAt()).isEqualTo(Story.micros(10));

        story.changed("d", 20, Map.of("dealstage", "open"));
        assertThat(story.deal("d").wonAt()).isEqualTo(Deal.NOT_WON);
    }

    @Test
    void the_present_definition_of_a_pipeline_judges_all_of_history_D_13() {
        var story = new Story().fact(pipeline(1, true));
        story.deal("d", 2, Map.of("pipeline", "partners", "dealstage", "signed"), "anna");
        assertThat(story.deal("d").wonAt()).isEqualTo(Story.micros(2));

        story.fact(pipeline(50, false));
        assertThat(story.journeys().deal(0).wonAt()).isEqualTo(Deal.NOT_WON);
        story.fact(pipeline(40, true));
        assertThat(story.deal("d").wonAt()).isEqualTo(Deal.NOT_WON);
    }

    private static PipelineDefined pipeline(int minute, boolean signedIsWon) {
        return new PipelineDefined(
                Told.ACCOUNT,
                new PipelineId("partners"),
                "Partners",
                List.of(new Stage("signed", "Signed", signedIsWon, BigDecimal.ONE)),
                Story.minute(minute));
    }

    @Test
    void a_stage_of_another_pipeline_is_not_won_there() {
        var story = new Story().fact(pipeline(1, true)).deal("d", 2, Map.of("dealstage", "signed"), "anna");

        assertThat(story.deal("d").wonAt()).isEqualTo(Deal.NOT_WON);
    }

    @Test
    void the_rate_of_the_close_date_converts_and_before_the_first_the_first_D_43() {
        var story = new Story().fact(rate("0.5", "2023-02-01", 1)).fact(rate("0.8", "2023-03-01", 1));
        story.deal("d", 1, dollars("2023-02-28"), "anna").deal("e", 1, dollars("2023-01-01"), "anna");
        story.deal("f", 1, dollars("2023-03-01"), "anna");

        assertThat(story.deal("d").amountMinor()).isEqualTo(5_001);
        assertThat(story.deal("e").amountMinor()).isEqualTo(5_001);
        assertThat(story.deal("f").amountMinor()).isEqualTo(8_001);
    }

    @Test
    void of_two_rates_for_one_day_the_last_by_time_holds_D_43() {
        var story = new Story().fact(rate("0.5", "2023-02-01", 9)).fact(rate("0.7", "2023-02-01", 5));
        story.deal("d", 1, dollars("2023-02-28"), "anna");

        assertThat(story.deal("d").amountMinor()).isEqualTo(5_001);
    }

    @Test
    void a_currency_without_rate_is_a_problem_until_there_is_one_D_43() {
        var story = new Story().deal("d", 1, dollars("2023-02-28"), "anna");
        assertThat(story.deal("d").convertible()).isFalse();
        assertThat(story.deal("d").amountMinor()).isZero();
        var directory = story.journeys().directory();
        assertThat(directory.deal("d").orElseThrow().problem().orElseThrow()).contains("USD", "EUR");

        story.fact(rate("0.5", "2023-02-01", 1));
        assertThat(story.deal("d").convertible()).isTrue();
        assertThat(directory.deal("d").orElseThrow().problem()).isEmpty();
    }

    private static Map<String, String> dollars(String closeDate) {
        return Map.of(
                "amount", "100.01", "deal_currency_code", "USD", "dealstage", "closedwon", "closedate", closeDate);
    }

    @Test
    void an_amount_that_could_not_be_added_up_is_a_problem_and_adds_nothing() {
        var story = new Story().fact(rate("1000000", "2023-01-01", 1));
        story.deal("d", 1, Map.of("deal_currency_code", "USD", "amount", "10000000", "dealstage", "closedwon"), "anna");
        assertThat(story.deal("d").amountMinor()).isEqualTo(Price.LARGEST);

        story.changed("d", 2, Map.of("amount", "10000000.01"));
        assertThat(story.deal("d").amountMinor()).isZero();
        var problem = story.journeys().directory().deal("d").orElseThrow().problem();
        assertThat(problem.orElseThrow()).contains("10000000000000.00 EUR at most");
    }

    private static RateSet rate(String rate, String since, int minute) {
        return new RateSet(Told.ACCOUNT, "USD", new BigDecimal(rate), LocalDate.parse(since), Story.minute(minute));
    }

    @Test
    void an_association_holds_from_its_instant_up_to_its_end_D_40() {
        var story = new Story().deal("d", 1, OPEN).associated("d", "anna", 5).dissociated("d", "anna", 9);
        var deal = story.deal("d");

        assertThat(deal.associated(0, Story.micros(5))).isTrue();
        assertThat(deal.associated(0, Story.micros(9))).isFalse();
    }

    @Test
    void a_dissociation_recorded_after_a_merge_of_contacts_ends_both_associations_D_42() {
        var story = new Story().deal("d", 1, OPEN, "anna", "ben").merged("anna", "ben", 3);
        assertThat(story.deal("d").contactTo()).containsExactly(Deal.OPEN, Deal.OPEN);

        story.dissociated("d", "anna", 9);
        assertThat(story.deal("d").contactTo()).containsExactly(Story.micros(9), Story.micros(9));
    }

    @Test
    void a_dissociation_recorded_before_the_merge_ends_its_own_D_42() {
        var story = new Story().deal("d", 1, OPEN, "anna", "ben").dissociated("d", "anna", 9);
        story.merged("anna", "ben", 3);

        assertThat(story.deal("d").contactTo()).containsExactlyInAnyOrder(Story.micros(9), Deal.OPEN);
    }

    @Test
    void merged_deals_are_one_with_the_primarys_stages_and_the_contacts_of_both_D_42() {
        var story = new Story().deal("d", 1, OPEN, "anna").deal("e", 2, WON, "ben");
        story.fact(new DealEvent.DealsMerged(new DealId("d"), new DealId("e"), Story.minute(3)));

        assertThat(story.deal("d").wonAt()).isEqualTo(Deal.NOT_WON);
        assertThat(story.deal("d").createdAt()).isEqualTo(Story.micros(1));
        assertThat(story.deal("d").contacts()).hasSize(2);
        assertThat(story.deal("e").deleted()).isTrue();
        assertThat(story.journeys().dealsOf(story.person("ben").contact())).containsExactly(0);
    }

    @Test
    void a_deleted_deal_comes_back_by_restoring_it() {
        var story = new Story().deal("d", 1, WON, "anna");
        story.fact(new DealEvent.DealDeleted(new DealId("d"), Story.minute(5)));
        assertThat(story.deal("d").wonAt()).isEqualTo(Deal.NOT_WON);

        story.fact(new DealEvent.DealRestored(new DealId("d"), Story.minute(6)));
        assertThat(story.deal("d").wonAt()).isEqualTo(Story.micros(1));
    }
}
