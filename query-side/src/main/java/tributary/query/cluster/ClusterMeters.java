package tributary.query.cluster;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/// What a node tells those who watch it about its place among the others (docs/operating.md, metrics).
record ClusterMeters(Membership membership) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "tributary.segments.held",
                "Segments whose journeys are here",
                here -> here.segments().size());
        gauge(
                registry,
                "tributary.segments.ownerless",
                "Segments, of all, that no living node has",
                Membership::ownerless);
        gauge(registry, "tributary.mongo.up", "1 while MongoDB answers", here -> here.away() ? 0 : 1);
        for (var role : Role.values())
            Gauge.builder("tributary.nodes", membership, here -> here.living(role))
                    .description("Nodes that live, this one included")
                    .tag("role", role.word())
                    .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Membership> value) {
        Gauge.builder(name, membership, value).description(description).register(registry);
    }
}
