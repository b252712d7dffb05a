package tributary.query.live;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tributary.query.cluster.Place;
import tributary.query.cluster.SegmentHolder;
import tributary.store.EventDatabase;

/// Wires what keeps figures live and answers from them.
@Configuration(proxyBeanMethods = false)
public class LiveConfiguration {
    @Bean
    Crew crew() {
        return new Crew(Runtime.getRuntime().availableProcessors());
    }

    @Bean
    Ledgers ledgers(EventDatabase database, Crew crew, ObjectProvider<Place> place) {
        return isShared(place) ? Ledgers.ofNone(database.facts(), crew) : new Ledgers(database.facts(), crew);
    }

    /// Other nodes may have other segments; which ones are ours turns out later.
    private static boolean isShared(ObjectProvider<Place> place) {
        return place.getIfAvailable(() -> Place.ALONE).shared();
    }

    @Bean
    SegmentHolder segmentHolder(
            EventDatabase database,
            Ledgers ledgers,
            Beginnings beginnings,
            Rebuild rebuild,
            Stoppages stoppages,
            Crew crew) {
        return new LiveSegments(database.facts(), ledgers, beginnings, rebuild, stoppages, crew.hands());
    }

    @Bean
    Stoppages stoppages() {
        return new Stoppages();
    }

    @Bean
    Rebuild rebuild(EventDatabase database) {
        return new Rebuild(database.facts());
    }

    @Bean
    Beginnings beginnings(EventDatabase database, ObjectProvider<JourneySnapshots> snapshots) {
        return new Beginnings(database.facts(), database.accounts(), Optional.ofNullable(snapshots.getIfAvailable()));
    }

    @Bean
    SnapshotKeeper snapshotKeeper(
            EventDatabase database,
            Ledgers ledgers,
            Projection projection,
            ObjectProvider<JourneySnapshots> snapshots) {
        return new SnapshotKeeper(
                database.facts(), ledgers, projection::caughtUp, Optional.ofNullable(snapshots.getIfAvailable()));
    }

    @Bean
    Pasts pasts(EventDatabase database, Ledgers ledgers, Rebuild rebuild) {
        return new Pasts(database.facts(), ledgers, rebuild);
    }

    @Bean
    ReadBarrier readBarrier(EventDatabase database, Projection projection, Ledgers ledgers, Stoppages stoppages) {
        return new ReadBarrier(database.facts(), projection, ledgers, stoppages);
    }

    @Bean
    Renewal renewal(EventDatabase database, Ledgers ledgers, Rebuild rebuild, ReadBarrier barrier) {
        return new LiveRenewal(database.facts(), ledgers, rebuild, barrier);
    }

    @Bean
    Hindsight hindsight(EventDatabase database, Ledgers ledgers, Rebuild rebuild) {
        return new LiveHindsight(database.facts(), ledgers, rebuild);
    }

    @Bean
    Projection projection(
            EventDatabase database,
            Ledgers ledgers,
            Beginnings beginnings,
            Rebuild rebuild,
            Pasts pasts,
            Stoppages stoppages,
            Crew crew,
            ObjectProvider<Place> place) {
        var facts = database.facts();
        return new Projection(
                facts,
                new FactStream(database.engine(), facts, stoppages),
                ledgers,
                beginnings,
                rebuild,
                pasts,
                stoppages,
                place.getIfAvailable(() -> Place.ALONE).role().answers() ? crew.hands() : 0);
    }

    @Bean
    ReportDesk reportDesk(
            Ledgers ledgers, Pasts pasts, ReadBarrier barrier, ObjectProvider<PublishedReports> published) {
        return new SharedReportDesk(
                ledgers,
                new LiveReportDesk(ledgers, pasts, barrier),
                published.getIfAvailable(() -> PublishedReports.NOWHERE));
    }

    @Bean
    Meanwhile meanwhile(EventDatabase database, ObjectProvider<PublishedReports> published) {
        return new Meanwhile(database.facts(), published.getIfAvailable(() -> PublishedReports.NOWHERE));
    }

    @Bean
    LiveMeters liveMeters(
            EventDatabase database, Projection projection, Ledgers ledgers, Stoppages stoppages, Crew crew) {
        return new LiveMeters(database.facts(), projection, ledgers, stoppages, crew.done());
    }

    /// Its name, without the kind at its end, is what health shows: `figures`.
    @Bean
    FiguresHealth figuresHealthIndicator(Projection projection, Stoppages stoppages) {
        return new FiguresHealth(projection, stoppages);
    }
}
