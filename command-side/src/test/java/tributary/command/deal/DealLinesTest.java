package tributary.command.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.command.Clerk;
import tributary.command.Clerk.Answer;
import tributary.events.ContactId;
import tributary.events.DealEvent.DealAssociated;
import tributary.events.DealEvent.DealChanged;
import tributary.events.DealEvent.DealCreated;
import tributary.events.DealEvent.DealDeleted;
import tributary.events.DealEvent.DealDissociated;
import tributary.events.DealEvent.DealRestored;
import tributary.events.DealEvent.DealsMerged;
import tributary.events.DealId;
import tributary.events.Fact;

/// The facts that lines about deals become.
@DisplayNameGeneration(ReplaceUnderscores.class)
class DealLinesTest {
    private static final DealId DEAL = new DealId("d");
    private static final ContactId ANNA = new ContactId("anna");
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

    private Answer send(String... lines) {
        return clerk.send(
                Arrays.stream(lines).map(line -> line.replace('\'', '"')).toArray(String[]::new));
    }

    private Fact last(String... lines) {
        assertThat(send(lines).problems()).isEmpty();
        return clerk.facts().getLast();
    }

    private static String line(String type, String more) {
        return "{'type':'deal." + type + "','at':'2023-04-01T00:00:00Z','deal':'d'" + more + "}";
    }

    private static DealChanged changed(String... properties) {
        return new DealChanged(
                DEAL,
                properties.length == 2
                        ? Map.of(properties[0], properties[1])
                        : Map.of(properties[0], properties[1], properties[2], properties[3]),
                APRIL);
    }

    @Test
    void a_deal_stands_under_the_names_of_HubSpot() {
        var fact = last(
                "{'type':'contact.create','contact':'anna'}",
                line(
                        "create",
                        ",'name':'Order','amount':1234.50,'currency':'USD','stage':'open','closeDate':'2023-04-30',"
                                + "'contacts':['anna','anna']"));

        assertThat(fact)
                .isEqualTo(new DealCreated(
                        DEAL,
                        Map.of(
                                "dealname", "Order",
                                "amount", "1234.50",
                                "deal_currency_code", "USD",
                                "pipeline", "default",
                                "dealstage", "open",
                                "closedate", "2023-04-30"),
                        List.of(ANNA),
                        APRIL));
    }

    @Test
    void what_is_not_said_is_left_out() {
        assertThat(last(line("create", ",'stage':'open','amount':null,'name':null,'contacts':[]")))
                .isEqualTo(new DealCreated(DEAL, Map.of("pipeline", "default", "dealstage", "open"), List.of(), APRIL));
    }

    @Test
    void a_close_date_may_be_an_instant() {
        assertThat(last(line("create", ",'stage':'open'"), line("change", ",'closeDate':'2023-04-30T23:30:00+02:00'")))
                .isEqualTo(changed("closedate", "2023-04-30T21:30:00Z"));
    }

    @Test
    void amounts_are_kept_exactly_and_negative_ones_too() {
        assertThat(last(line("create", ",'stage':'open'"), line("change", ",'amount':'-0.10'")))
                .isEqualTo(changed("amount", "-0.10"));
        assertThat(last(line("change", ",'amount':1E+3"))).isEqualTo(changed("amount", "1000"));
        assertThat(last(line("change", ",'amount':'0e-400'"))).isEqualTo(changed("amount", "0"));
    }

    @Test
    void null_clears() {
        assertThat(last(line("create", ",'stage':'open'"), line("change", ",'amount':null,'closeDate':null")))
                .isEqualTo(changed("amount", "", "closedate", ""));
    }

    @Test
    void a_stage_is_looked_for_in_the_deal_s_own_pipeline() {
        assertThat(last(
                        "{'type':'pipeline.define','pipeline':'partners','stages':[{'id':'talking'},"
                                + "{'id':'signed','isClosed':true,'probability':1.0}]}",
                        line("create", ",'pipeline':'partners','stage':'talking'"),
                        line("change", ",'stage':'signed'")))
                .isEqualTo(changed("dealstage", "signed"));
        assertThat(send(line("change", ",'stage':'closedwon'")).problems())
                .singleElement()
                .asString()
                .contains("one of pipeline partners: talking, signed");
    }

    @Test
    void a_deal_moves_to_another_pipeline_with_a_stage_of_that() {
        assertThat(last(
                        "{'type':'pipeline.define','pipeline':'partners','stages':[{'id':'signed'}]}",
                        line("create", ",'stage':'open'"),
                        line("change", ",'pipeline':'partners','stage':'signed'")))
                .isEqualTo(changed("dealstage", "signed", "pipeline", "partners"));
        assertThat(send(line("change", ",'pipeline':'default'")).problems())
                .singleElement()
                .asString()
                .contains("stage is missing");
    }

    @Test
    void a_late_change_may_tell_of_a_stage_of_an_earlier_pipeline() {
        assertThat(last(
                        "{'type':'pipeline.define','pipeline':'partners','stages':[{'id':'signed'}]}",
                        line("create", ",'stage':'open'"),
                        line("change", ",'pipeline':'partners','stage':'signed'"),
                        line("change", ",'stage':'qualifiedtobuy'")))
                .isEqualTo(changed("dealstage", "qualifiedtobuy"));
    }

    @Test
    void an_unknown_pipeline_means_the_default_one() {
        assertThat(last(line("create", ",'pipeline':'elsewhere','stage':'closedwon'")))
                .isEqualTo(new DealCreated(
                        DEAL, Map.of("pipeline", "default", "dealstage", "closedwon"), List.of(), APRIL));
    }

    @Test
    void contacts_come_and_go() {
        last("{'type':'contact.create','contact':'anna'}", line("create", ",'stage':'open'"));

        assertThat(last(line("associate", ",'contact':'anna'"))).isEqualTo(new DealAssociated(DEAL, ANNA, APRIL));
        assertThat(last(line("dissociate", ",'contact':'anna'"))).isEqualTo(new DealDissociated(DEAL, ANNA, APRIL));
    }

    @Test
    void deals_are_deleted_restored_and_merged() {
        last(line("create", ",'stage':'open'"), "{'type':'deal.create','deal':'other','stage':'open'}");

        assertThat(last(line("delete", ""))).isEqualTo(new DealDeleted(DEAL, APRIL));
        assertThat(last(line("restore", ""))).isEqualTo(new DealRestored(DEAL, APRIL));
        assertThat(last("{'type':'deal.merge','at':'2023-04-01T00:00:00Z','primary':'d','merged':'other'}"))
                .isEqualTo(new DealsMerged(DEAL, new DealId("other"), APRIL));
        assertThat(send("{'type':'deal.merge','primary':'other','merged':'d'}").problems())
                .containsExactly("1: deal other was merged into deal d; expected that one");
    }
}
