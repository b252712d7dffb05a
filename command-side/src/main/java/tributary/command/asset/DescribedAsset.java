package tributary.command.asset;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import tributary.events.AssetEvent;
import tributary.events.AssetEvent.AssetDescribed;

/// An asset that someone said something about. It guards nothing: any description is welcome, and of several the
/// projection tells which holds when (D-17).
@Aggregate(type = "Asset")
class DescribedAsset {
    @AggregateIdentifier
    private String key;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(DescribeAsset command) {
        key = command.target();
        apply(command.description());
    }

    @EventSourcingHandler
    void on(AssetEvent event, @SourceId String source) {
        switch (event) {
            case AssetDescribed _ -> key = source;
        }
    }
}
