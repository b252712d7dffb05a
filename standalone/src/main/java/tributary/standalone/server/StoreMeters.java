package tributary.standalone.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.OptionalLong;
import tributary.events.Refusal;
import tributary.store.EventDatabase;

/// What the event store tells those who watch it (docs/operating.md, metrics).
record StoreMeters(EventDatabase database) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tributary.event.store.up", () -> head().isPresent() ? 1 : 0)
                .description("1 while the event store answers")
                .register(registry);
        Gauge.builder("tributary.event.store.facts", () -> position())
                .description("Facts recorded by all processes")
                .register(registry);
        Gauge.builder("tributary.once.ids", () -> database.once().known())
                .description("Ids of messages held in memory so that each counts once; read at the first write")
                .register(registry);
    }

    private double position() {
        var head = head();
        return head.isPresent() ? head.getAsLong() : Double.NaN;
    }

    private OptionalLong head() {
        try {
            return OptionalLong.of(database.facts().head());
        } catch (Refusal.Busy away) {
            return OptionalLong.empty();
        }
    }
}
