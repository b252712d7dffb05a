package tributary.query.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import tributary.events.AccountId;
import tributary.events.Fact;
import tributary.events.Interaction;
import tributary.events.InteractionsRecorded;
import tributary.store.FactHandler;
import tributary.store.FactLoader;
import tributary.store.Facts;
import tributary.store.Recorded;

/// Facts in the order they were told, in memory.
final class Told implements Facts {
    static final AccountId ACCOUNT = new AccountId("acme");

    private final List<Recorded> recorded = new ArrayList<>();

    static Told of(List<? extends Fact> facts) {
        var told = new Told();
        facts.forEach(told::tell);
        return told;
    }

    Recorded tell(Fact fact) {
        var position = recorded.size() + 1L;
        recorded.add(new Recorded(position, Instant.EPOCH.plusSeconds(position), ACCOUNT, fact));
        return recorded.getLast();
    }

    AccountJourneys journeys() {
        var journeys = new AccountJourneys(ACCOUNT, this);
        recorded.forEach(journeys::apply);
        journeys.drain();
        return journeys;
    }

    @Override
    public long head() {
        return recorded.size();
    }

    @Override
    public void read(long after, long upTo, FactHandler handler) {
        recorded.subList((int) after, (int) upTo).forEach(handler::handle);
    }

    @Override
    public void load(long after, long upTo, FactLoader<?> loader) {
        throw new UnsupportedOperationException("what is told here is read one by one, not loaded");
    }

    @Override
    public Recorded at(long position) {
        return recorded.get((int) position - 1);
    }

    @Override
    public Interaction interaction(long position, int line) {
        return ((InteractionsRecorded) at(position).fact()).interactions().get(line);
    }

    @Override
    public boolean mayHaveMore(AccountId account, long after) {
        return recorded.stream()
                .anyMatch(each -> each.position() > after && each.account().equals(account));
    }

    @Override
    public OptionalLong positionAsOf(Instant instant) {
        throw new UnsupportedOperationException("what is told here has no instants of recording");
    }
}
