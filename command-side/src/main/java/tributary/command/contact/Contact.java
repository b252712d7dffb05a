package tributary.command.contact;

import static org.axonframework.modelling.command.AggregateCreationPolicy.ALWAYS;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static tributary.command.contact.Standing.Status.DELETED;
import static tributary.command.contact.Standing.Status.ERASED;
import static tributary.command.contact.Standing.Status.LIVING;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import tributary.command.contact.ContactCommand.AskStanding;
import tributary.command.contact.ContactCommand.ChangeContact;
import tributary.command.contact.ContactCommand.CreateContact;
import tributary.command.contact.ContactCommand.DeleteContact;
import tributary.command.contact.ContactCommand.DiscoverContact;
import tributary.command.contact.ContactCommand.EraseContact;
import tributary.command.contact.ContactCommand.IdentifyVisitor;
import tributary.command.contact.ContactCommand.MergeContacts;
import tributary.command.contact.ContactCommand.RestoreContact;
import tributary.command.contact.Standing.Status;
import tributary.events.ContactEvent;
import tributary.events.ContactEvent.ContactChanged;
import tributary.events.ContactEvent.ContactCreated;
import tributary.events.ContactEvent.ContactDeleted;
import tributary.events.ContactEvent.ContactDiscovered;
import tributary.events.ContactEvent.ContactErased;
import tributary.events.ContactEvent.ContactRestored;
import tributary.events.ContactEvent.ContactsMerged;
import tributary.events.ContactEvent.VisitorIdentified;
import tributary.events.ContactId;
import tributary.events.Refusal;
import tributary.events.Sealed;

/// A contact guards that it exists once, and that an erased one stays erased (D-6). Who holds an address is guarded by
/// the index of addresses, since that is a rule between contacts.
@Aggregate
class Contact {
    @AggregateIdentifier
    private String key;

    /// `null` until there is such a contact.
    private Status status;

    private final Set<ContactId> absorbed = new LinkedHashSet<>();
    private final List<Sealed> personal = new ArrayList<>();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(CreateContact command) {
        if (status != null) throw exists(command.contact());
        key = command.target();
        apply(new ContactCreated(
                command.contact(),
                command.source(),
                command.withAddress(),
                command.lifecycleStage(),
                command.personal(),
                command.at()));
    }

    static Refusal exists(ContactId contact) {
        return new Refusal.Conflict(
                        "contact-exists",
                        "The contact's id is in use",
                        "contact " + contact + " exists; expected another id, or contact.change")
                .with("contact", contact.value());
    }

    /// Never asked twice for one id, since it was minted for this.
    @CommandHandler
    @CreationPolicy(ALWAYS)
    void handle(DiscoverContact command) {
        key = command.target();
        apply(new ContactDiscovered(command.contact(), command.personal(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ChangeContact command) {
        refuseUnlessChangeable(command);
        apply(new ContactChanged(
                command.contact(), command.source(), command.lifecycleStage(), command.personal(), command.at()));
    }

    /// Acts of deleted and erased contacts go on counting (D-6, D-7), and so do their browsers.
    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(IdentifyVisitor command) {
        refuseUnlessKnown(command);
        apply(new VisitorIdentified(command.contact(), command.visitor(), command.byAddress(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(MergeContacts command) {
        refuseUnlessChangeable(command);
        if (command.contact().equals(command.merged()))
            throw new Refusal.Conflict(
                            "merged-into-itself",
                            "A contact cannot be merged into itself",
                            "primary and merged both mean contact " + command.contact()
                                    + "; expected two different contacts")
                    .with("contact", command.contact().value());
        apply(new ContactsMerged(command.contact(), command.merged(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(DeleteContact command) {
        refuseUnlessKnown(command);
        if (status == LIVING) apply(new ContactDeleted(command.contact(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    boolean handle(RestoreContact command) {
        refuseUnlessChangeable(command);
        boolean wasDeleted = status == DELETED;
        if (wasDeleted) apply(new ContactRestored(command.contact(), command.at()));
        return wasDeleted;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(EraseContact command) {
        refuseUnlessKnown(command);
        if (status != ERASED) apply(new ContactErased(command.contact(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Standing handle(AskStanding question) {
        refuseUnlessKnown(question);
        return new Standing(status, absorbed, personal);
    }

    private void refuseUnlessKnown(ContactCommand command) {
        if (status == null)
            throw new Refusal.Unknown("contact", command.contact().value());
    }

    private void refuseUnlessChangeable(ContactCommand command) {
        refuseUnlessKnown(command);
        if (status == ERASED) throw erased(command.contact());
    }

    static Refusal erased(ContactId contact) {
        return new Refusal.Conflict(
                        "contact-erased",
                        "The contact was erased",
                        "contact " + contact + " was erased for good; expected a contact that was not")
                .with("contact", contact.value());
    }

    @EventSourcingHandler
    void on(ContactEvent event, @SourceId String source) {
        switch (event) {
            case ContactCreated created -> begin(source, created.personal());
            case ContactDiscovered discovered -> begin(source, discovered.personal());
            case ContactChanged changed -> remember(changed.personal());
            case ContactsMerged merged -> absorbed.add(merged.merged());
            case ContactDeleted _ -> status = DELETED;
            case ContactRestored _ -> status = LIVING;
            case ContactErased _ -> {
                status = ERASED;
                personal.clear();
            }
            case VisitorIdentified _ -> {}
        }
    }

    private void begin(String source, Sealed sealed) {
        key = source;
        status = LIVING;
        remember(sealed);
    }

    private void remember(Sealed sealed) {
        if (sealed != null) personal.add(sealed);
    }
}
