package tributary.command.campaign;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import tributary.command.campaign.CampaignCommand.AssociateAsset;
import tributary.command.campaign.CampaignCommand.ChangeCampaign;
import tributary.command.campaign.CampaignCommand.CreateCampaign;
import tributary.command.campaign.CampaignCommand.DeleteCampaign;
import tributary.command.campaign.CampaignCommand.DissociateAsset;
import tributary.command.campaign.CampaignCommand.RemoveBudget;
import tributary.command.campaign.CampaignCommand.RemoveSpend;
import tributary.command.campaign.CampaignCommand.SetBudget;
import tributary.command.campaign.CampaignCommand.SetSpend;
import tributary.events.CampaignEvent;
import tributary.events.CampaignEvent.AssetAssociated;
import tributary.events.CampaignEvent.AssetDissociated;
import tributary.events.CampaignEvent.BudgetRemoved;
import tributary.events.CampaignEvent.BudgetSet;
import tributary.events.CampaignEvent.CampaignChanged;
import tributary.events.CampaignEvent.CampaignCreated;
import tributary.events.CampaignEvent.CampaignDeleted;
import tributary.events.CampaignEvent.SpendRemoved;
import tributary.events.CampaignEvent.SpendSet;
import tributary.events.Refusal;

/// A campaign guards that it exists, and that its id is not used again (D-23). Since what arrives late is taken like
/// anything else, it does not guard what it holds: an asset may be taken off before it is known to have been put in
/// (D-22).
@Aggregate
class Campaign {
    @AggregateIdentifier
    private String key;

    private boolean created;
    private boolean deleted;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(CreateCampaign command) {
        if (created)
            throw new Refusal.Conflict(
                            "campaign-exists",
                            "The campaign's id is in use",
                            "campaign " + command.campaign()
                                    + (deleted
                                            ? " was deleted, and ids are not used again; expected another id"
                                            : " exists; expected another id, or campaign.change"))
                    .with("campaign", command.campaign().value());
        key = command.target();
        apply(new CampaignCreated(command.campaign(), command.properties(), command.goals(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ChangeCampaign command) {
        refuseUnlessLiving(command);
        apply(new CampaignChanged(command.campaign(), command.properties(), command.goals(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(AssociateAsset command) {
        refuseUnlessLiving(command);
        apply(new AssetAssociated(command.campaign(), command.asset(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(DissociateAsset command) {
        refuseUnlessLiving(command);
        apply(new AssetDissociated(command.campaign(), command.asset(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(DeleteCampaign command) {
        refuseUnlessLiving(command);
        apply(new CampaignDeleted(command.campaign(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(SetBudget command) {
        refuseUnlessLiving(command);
        var item = command.item();
        apply(new BudgetSet(
                command.campaign(),
                item.id(),
                item.name(),
                item.amount(),
                item.order(),
                item.description(),
                command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RemoveBudget command) {
        refuseUnlessLiving(command);
        apply(new BudgetRemoved(command.campaign(), command.item(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(SetSpend command) {
        refuseUnlessLiving(command);
        var item = command.item();
        apply(new SpendSet(
                command.campaign(),
                item.id(),
                item.name(),
                item.amount(),
                item.order(),
                item.description(),
                command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RemoveSpend command) {
        refuseUnlessLiving(command);
        apply(new SpendRemoved(command.campaign(), command.item(), command.at()));
    }

    private void refuseUnlessLiving(CampaignCommand command) {
        if (!created || deleted)
            throw new Refusal.Unknown("campaign", command.campaign().value());
    }

    @EventSourcingHandler
    void on(CampaignEvent event, @SourceId String source) {
        switch (event) {
            case CampaignCreated _ -> {
                key = source;
                created = true;
            }
            case CampaignDeleted _ -> deleted = true;
            case CampaignChanged _,
                    AssetAssociated _,
                    AssetDissociated _,
                    BudgetSet _,
                    BudgetRemoved _,
                    SpendSet _,
                    SpendRemoved _ -> {}
        }
    }
}
