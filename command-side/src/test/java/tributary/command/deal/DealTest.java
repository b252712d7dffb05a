package tributary.command.deal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.command.deal.DealCommand.AskPipelines;
import tributary.command.deal.DealCommand.AskUnmerged;
import tributary.command.deal.DealCommand.AssociateContact;
import tributary.command.deal.DealCommand.ChangeDeal;
import tributary.command.deal.DealCommand.CreateDeal;
import tributary.command.deal.DealCommand.DeleteDeal;
import tributary.command.deal.DealCommand.DissociateContact;
import tributary.command.deal.DealCommand.MergeDeal;
import tributary.command.deal.DealCommand.RestoreDeal;
import tributary.events.AccountId;
import tributary.events.ContactId;
import tributary.events.DealEvent.DealAssociated;
import tributary.events.DealEvent.DealChanged;
import tributary.events.DealEvent.DealCreated;
import tributary.events.DealEvent.DealDeleted;
import tributary.events.DealEvent.DealDissociated;
import tributary.events.DealEvent.DealRestored;
import tributary.events.DealEvent.DealsMerged;
import tributary.events.DealId;
import tributary.events.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DealTest {
    private static final AccountId ACCOUNT = new AccountId("acme");
    private static final DealId DEAL = new DealId("d");
    private static final DealId OTHER = new DealId("other");
    private static final ContactId ANNA = new ContactId("anna");
    private static final Instant APRIL = Instant.parse("2023-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2023-05-01T00:00:00Z");
    private static final Map<String, String> OPEN = Map.of("pipeline", "default", "dealstage", "open");
    private static final Map<String, String> WON = Map.of("dealstage", "closedwon");

    private static final DealCreated CREATED = new DealCreated(DEAL, OPEN, List.of(ANNA), MAY);
    private static final DealsMerged MERGED = new DealsMerged(OTHER, DEAL, MAY);

    private final FixtureConfiguration<Deal> deal = new AggregateTestFixture<>(Deal.class);

    @Test
    void is_created_with_its_contacts() {
        deal.givenNoPriorActivity()
                .when(new CreateDeal(ACCOUNT, DEAL, OPEN, List.of(ANNA), MAY))
                .expectEvents(CREATED);
    }

    @Test
    void is_created_once() {
        deal.given(CREATED)
                .when(new CreateDeal(ACCOUNT, DEAL, OPEN, List.of(), MAY))
                .expectException(Refusal.Conflict.class)
                .expectExceptionMessage("deal d exists; expected another id, or deal.change");
    }

    @Test // D-7
    void takes_a_change_dated_before_its_creation() {
        deal.given(CREATED)
                .when(new ChangeDeal(ACCOUNT, DEAL, WON, APRIL))
                .expectEvents(new DealChanged(DEAL, WON, APRIL));
    }

    @Test
    void gets_a_contact() {
        deal.given(CREATED)
                .when(new AssociateContact(ACCOUNT, DEAL, ANNA, MAY))
                .expectEvents(new DealAssociated(DEAL, ANNA, MAY));
    }

    @Test
    void loses_a_contact_that_it_is_not_known_to_have() {
        deal.given(CREATED)
                .when(new DissociateContact(ACCOUNT, DEAL, new ContactId("ben"), MAY))
                .expectEvents(new DealDissociated(DEAL, new ContactId("ben"), MAY));
    }

    @Test
    void is_deleted() {
        deal.given(CREATED).when(new DeleteDeal(ACCOUNT, DEAL, MAY)).expectEvents(new DealDeleted(DEAL, MAY));
    }

    @Test
    void is_restored_even_if_its_deletion_is_still_to_arrive() {
        deal.given(CREATED).when(new RestoreDeal(ACCOUNT, DEAL, MAY)).expectEvents(new DealRestored(DEAL, MAY));
    }

    @Test
    void goes_up_in_another() {
        deal.given(CREATED).when(new MergeDeal(ACCOUNT, DEAL, OTHER, MAY)).expectEvents(MERGED);
    }

    @Test
    void is_not_merged_into_itself() {
        deal.given(CREATED)
                .when(new MergeDeal(ACCOUNT, DEAL, DEAL, MAY))
                .expectException(Refusal.Conflict.class)
                .expectExceptionMessage("primary and merged both are deal d; expected two different deals");
    }

    @Test
    void is_merged_once() {
        deal.given(CREATED, MERGED)
                .when(new MergeDeal(ACCOUNT, DEAL, new DealId("third"), MAY))
                .expectException(Refusal.Conflict.class)
                .expectExceptionMessage("deal d was merged into deal other; expected that one");
    }

    @Test
    void takes_no_other_in_once_it_was_merged() {
        deal.given(CREATED, MERGED).when(new AskUnmerged(ACCOUNT, DEAL)).expectException(Refusal.Conflict.class);
    }

    @Test
    void takes_another_in_as_long_as_it_was_not_merged() {
        deal.given(CREATED).when(new AskUnmerged(ACCOUNT, DEAL)).expectSuccessfulHandlerExecution();
    }

    @Test
    void knows_its_pipelines_the_last_by_date_first() {
        deal.given(
                        CREATED,
                        new DealChanged(DEAL, Map.of("pipeline", "late"), MAY.plusSeconds(1)),
                        new DealChanged(DEAL, Map.of("pipeline", "early"), APRIL))
                .when(new AskPipelines(ACCOUNT, DEAL))
                .expectResultMessagePayload(List.of("late", "default", "early"));
    }

    @Test
    void cannot_be_changed_before_it_arrives() {
        deal.givenNoPriorActivity()
                .when(new ChangeDeal(ACCOUNT, DEAL, WON, MAY))
                .expectException(Refusal.Unknown.class)
                .expectExceptionMessage("there is no deal d in this account");
    }
}
