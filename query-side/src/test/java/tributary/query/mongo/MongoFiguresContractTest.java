package tributary.query.mongo;

import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tributary.query.figures.FiguresContract;
import tributary.query.live.FiguresView;
import tributary.query.live.LiveWorld;

class MongoFiguresContractTest extends FiguresContract {
    private Published published;

    @BeforeEach
    void publishInto() {
        published = new Published(MongoForTests.emptyPlace());
    }

    @AfterEach
    void end() {
        published.close();
    }

    @Override
    protected <T> T look(Optional<String> ruleSet, Function<FiguresView, T> report) {
        world.ask(ruleSet, FiguresView::position);
        published.publish(world);
        return published.reader().read(LiveWorld.ACME, ruleSet, report).orElseThrow();
    }
}
