package tributary.command;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tributary.command.account.AccountLines;
import tributary.command.account.AccountResource;
import tributary.command.account.RuleSetDecisions;
import tributary.command.account.TokenResource;
import tributary.command.asset.AssetLines;
import tributary.command.campaign.CampaignLines;
import tributary.command.contact.ContactLines;
import tributary.command.deal.DealLines;
import tributary.command.export.ExportResource;
import tributary.command.export.HistoryExport;
import tributary.command.history.Chunks;
import tributary.command.history.HistoryConfiguration;
import tributary.command.line.LineTypes;
import tributary.store.EventDatabase;

/// The command side as a whole. It needs an [EventDatabase] and a [Clock], and gives Axon's event store besides its
/// resources.
@Configuration(proxyBeanMethods = false)
@Import({HistoryConfiguration.class})
public class CommandSide {
    /// Every type of line but interactions, which have a quicker way of their own.
    static List<LineTypes> business() {
        return List.of(new AccountLines(), new CampaignLines(), new AssetLines(), new ContactLines(), new DealLines());
    }

    @Bean
    Chunks chunks(EventDatabase database, EventStore events) {
        return Chunks.over(database, events, business());
    }

    @Bean
    ExportResource exportResource(EventDatabase database, EventStore events, Chunks chunks) {
        return new ExportResource(new HistoryExport(database, events, chunks));
    }

    @Bean
    AccountResource accountResource(Chunks chunks, EventDatabase database, Clock clock) {
        return new AccountResource(chunks, database.accounts(), database.tokens(), clock, UUID::randomUUID);
    }

    @Bean
    RuleSetDecisions ruleSetDecisions(Chunks chunks, Clock clock) {
        return new RuleSetDecisions(chunks, clock);
    }

    @Bean
    TokenResource tokenResource(EventDatabase database, Clock clock) {
        return new TokenResource(database.tokens(), clock);
    }
}
