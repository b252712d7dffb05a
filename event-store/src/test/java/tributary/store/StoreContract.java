package tributary.store;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import tributary.events.AccountId;
import tributary.events.CampaignEvent;
import tributary.events.CampaignId;
import tributary.events.ContactId;
import tributary.events.Fact;
import tributary.events.InteractionsRecorded;
import tributary.store.codec.Samples;

/// What every kind of database must do; each kind inherits it and says where its database is.
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class StoreContract {
    static final AccountId ACME = Samples.ACME;
    static final AccountId OTHER = new AccountId("other");
    static final ContactId ANNA = new ContactId("anna");
    static final ContactId BERT = new ContactId("bert");

    EventDatabase db;
    Instant now = Instant.parse("2024-01-01T00:00:00.5Z");

    /// An empty place, the same throughout a test.
    abstract StoreLocation location();

    @BeforeEach
    final void open() {
        db = EventDatabase.open(location(), clock());
    }

    @AfterEach
    final void close() {
        db.close();
    }

    final void reopen() {
        close();
        open();
    }

    final Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    final void transact(Runnable work) {
        db.transactions().executeInTransaction(work);
    }

    final <T> T transact(Supplier<T> work) {
        return db.transactions().fetchInTransaction(work);
    }

    /// Gives up a transaction after this work.
    final void abandon(Runnable work) {
        var transaction = db.transactions().startTransaction();
        work.run();
        transaction.rollback();
    }

    final void append(EventMessage<?>... events) {
        transact(() -> db.engine().appendEvents(events));
    }

    /// Asks on another thread.
    static <T> T fromElsewhere(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question).join();
    }

    static EventMessage<?> plain(Fact fact) {
        return new GenericEventMessage<>(fact, MetaData.with(FactMetadata.ACCOUNT, ACME.value()));
    }

    static EventMessage<InteractionsRecorded> batch(String... lines) {
        var interactions = List.of(lines).stream()
                .map(line -> Samples.pageView("browser", line))
                .toList();
        return new GenericEventMessage<>(
                new InteractionsRecorded(ACME, "token-1", interactions),
                MetaData.with(FactMetadata.ACCOUNT, ACME.value()));
    }

    static DomainEventMessage<?> spring(long sequence) {
        return spring(sequence, "Spring " + sequence);
    }

    static DomainEventMessage<?> spring(long sequence, String name) {
        return new GenericDomainEventMessage<>(
                "Campaign", "acme/campaign/spring", sequence, changed(name), MetaData.with("account", "acme"));
    }

    static CampaignEvent changed(String name) {
        return new CampaignEvent.CampaignChanged(
                new CampaignId("spring"), Map.of("hs_name", name), Map.of(), Samples.AT);
    }
}
