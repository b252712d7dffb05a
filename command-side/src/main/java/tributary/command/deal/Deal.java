package tributary.command.deal;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import tributary.command.deal.DealCommand.AskPipelines;
import tributary.command.deal.DealCommand.AskUnmerged;
import tributary.command.deal.DealCommand.AssociateContact;
import tributary.command.deal.DealCommand.ChangeDeal;
import tributary.command.deal.DealCommand.CreateDeal;
import tributary.command.deal.DealCommand.DeleteDeal;
import tributary.command.deal.DealCommand.DissociateContact;
import tributary.command.deal.DealCommand.MergeDeal;
import tributary.command.deal.DealCommand.RestoreDeal;
import tributary.events.DealEvent;
import tributary.events.DealEvent.DealAssociated;
import tributary.events.DealEvent.DealChanged;
import tributary.events.DealEvent.DealCreated;
import tributary.events.DealEvent.DealDeleted;
import tributary.events.DealEvent.DealDissociated;
import tributary.events.DealEvent.DealRestored;
import tributary.events.DealEvent.DealsMerged;
import tributary.events.DealId;
import tributary.events.Refusal;

/// A deal guards that it exists once and is merged once. It does not guard the order of what happened: changes,
/// deletions and associations may arrive late, and are put in order when they are folded.
@Aggregate
class Deal {
    @AggregateIdentifier
    private String key;

    private boolean created;
    private final List<String> pipelines = new ArrayList<>();
    private Instant pipelineSince = Instant.MIN;
    private DealId mergedInto;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(CreateDeal command) {
        if (created)
            throw new Refusal.Conflict(
                            "deal-exists",
                            "The deal's id is in use",
                            "deal " + command.deal() + " exists; expected another id, or deal.change")
                    .with("deal", command.deal().value());
        key = command.target();
        apply(new DealCreated(command.deal(), command.properties(), command.contacts(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ChangeDeal command) {
        refuseUnlessKnown(command);
        apply(new DealChanged(command.deal(), command.properties(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(AssociateContact command) {
        refuseUnlessKnown(command);
        apply(new DealAssociated(command.deal(), command.contact(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(DissociateContact command) {
        refuseUnlessKnown(command);
        apply(new DealDissociated(command.deal(), command.contact(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(DeleteDeal command) {
        refuseUnlessKnown(command);
        apply(new DealDeleted(command.deal(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RestoreDeal command) {
        refuseUnlessKnown(command);
        apply(new DealRestored(command.deal(), command.at()));
    }

    /// The fact lies with the deal that goes up in the other, which so knows that it is no more.
    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(MergeDeal command) {
        refuseUnlessUnmerged(command);
        if (command.deal().equals(command.primary()))
            throw new Refusal.Conflict(
                            "merged-into-itself",
                            "A deal cannot be merged into itself",
                            "primary and merged both are deal " + command.deal() + "; expected two different deals")
                    .with("deal", command.deal().value());
        apply(new DealsMerged(command.primary(), command.deal(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    List<String> handle(AskPipelines question) {
        refuseUnlessKnown(question);
        return List.copyOf(pipelines);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(AskUnmerged question) {
        refuseUnlessUnmerged(question);
    }

    private void refuseUnlessKnown(DealCommand command) {
        if (!created) throw new Refusal.Unknown("deal", command.deal().value());
    }

    private void refuseUnlessUnmerged(DealCommand command) {
        refuseUnlessKnown(command);
        if (mergedInto != null)
            throw new Refusal.Conflict(
                            "deal-merged",
                            "The deal was merged into another",
                            "deal " + command.deal() + " was merged into deal " + mergedInto + "; expected that one")
                    .with("deal", mergedInto.value());
    }

    @EventSourcingHandler
    void on(DealEvent event, @SourceId String source) {
        switch (event) {
            case DealCreated dealCreated -> {
                key = source;
                created = true;
                remember(dealCreated.properties(), dealCreated.at());
            }
            case DealChanged changed -> remember(changed.properties(), changed.at());
            case DealsMerged merged -> mergedInto = merged.deal();
            case DealAssociated _, DealDissociated _, DealDeleted _, DealRestored _ -> {}
        }
    }

    private void remember(Map<String, String> properties, Instant at) {
        var pipeline = properties.get(DealLines.PIPELINE);
        if (pipeline == null) return;
        pipelines.remove(pipeline);
        if (at.isBefore(pipelineSince)) {
            pipelines.addLast(pipeline);
            return;
        }
        pipelines.addFirst(pipeline);
        pipelineSince = at;
    }
}
