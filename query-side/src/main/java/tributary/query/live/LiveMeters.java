package tributary.query.live;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import tributary.events.Refusal;
import tributary.store.Facts;

/// What keeping figures live tells those who watch it (docs/operating.md, metrics).
final class LiveMeters implements MeterBinder {
    private final Facts facts;
    private final Projection projection;
    private final Ledgers ledgers;
    private final Stoppages stoppages;
    private final WorkDone work;

    LiveMeters(Facts facts, Projection projection, Ledgers ledgers, Stoppages stoppages, WorkDone work) {
        this.facts = facts;
        this.projection = projection;
        this.ledgers = ledgers;
        this.stoppages = stoppages;
        this.work = work;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (int worker = 0; worker < projection.segments(); worker++) lag(registry, worker);
        gauge(
                registry,
                "tributary.accounts",
                "Accounts held in memory",
                each -> each.ledgers.all().size());
        gauge(
                registry,
                "tributary.stopped",
                "Accounts, or all of them, whose facts cannot be read or applied",
                each -> each.stoppages.all().size());
        counter(registry, "tributary.folded.facts", "Facts folded into journeys, replays included", WorkDone::facts);
        counter(
                registry,
                "tributary.folded.interactions",
                "Interactions folded into journeys, replays included",
                WorkDone::interactions);
        counter(registry, "tributary.judged.persons", "Persons judged, again or for the first time", WorkDone::persons);
        counter(registry, "tributary.judged.deals", "Deals judged, again or for the first time", WorkDone::deals);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<LiveMeters> value) {
        Gauge.builder(name, this, value).description(description).register(registry);
    }

    private void counter(MeterRegistry registry, String name, String description, ToDoubleFunction<WorkDone> value) {
        FunctionCounter.builder(name, work, value).description(description).register(registry);
    }

    private void lag(MeterRegistry registry, int worker) {
        Gauge.builder("tributary.lag", this, each -> each.behind(worker))
                .description("Facts recorded that a worker, who folds a part of the accounts, has not reached yet")
                .baseUnit("facts")
                .tag("worker", Integer.toString(worker))
                .register(registry);
    }

    private double behind(int worker) {
        try {
            return facts.head() - projection.reached(worker);
        } catch (Refusal.Busy away) {
            return Double.NaN;
        }
    }
}
