package tributary.query.report;

import org.springframework.stereotype.Component;
import tributary.store.EventDatabase;
import tributary.store.Facts;

/// Where the texts of acts are read: journeys do not keep them.
@Component
final class ActTexts {
    private final Facts facts;

    ActTexts(EventDatabase database) {
        this.facts = database.facts();
    }

    Acts of(Report report) {
        return new Acts(report.names(), facts);
    }
}
