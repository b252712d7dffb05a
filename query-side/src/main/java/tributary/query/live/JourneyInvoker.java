package tributary.query.live;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import tributary.events.AccountId;
import tributary.store.FactMetadata;
import tributary.store.UnreadableFactException;

/// Gives each fact to the projection in the segment of its account. Whose it is stands in its metadata, so nothing
/// is decoded on the way; a fact that cannot be decoded stops its account and is shown.
final class JourneyInvoker extends SimpleEventHandlerInvoker {
    private final Ledgers ledgers;
    private final Stoppages stoppages;

    JourneyInvoker(JourneyProjection projection, Ledgers ledgers, Stoppages stoppages) {
        super(SimpleEventHandlerInvoker.builder()
                .eventHandlers(List.of(projection))
                .sequencingPolicy(JourneyInvoker::account)
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance()));
        this.ledgers = ledgers;
        this.stoppages = stoppages;
    }

    private static String account(EventMessage<?> event) {
        return (String) event.getMetaData().get(FactMetadata.ACCOUNT);
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return sequencingPolicyMatchesSegment(event, segment);
    }

    /// Facts of accounts that are not held here are passed over.
    @Override
    public void handle(EventMessage<?> event, Segment segment) {
        ledgers.ifHeld(new AccountId(account(event)), () -> fold(event, segment));
    }

    private void fold(EventMessage<?> event, Segment segment) {
        try {
            super.handle(event, segment);
        } catch (UnreadableFactException failure) {
            stoppages.stopped(new AccountId(account(event)), failure.getMessage());
            throw failure;
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }
}
