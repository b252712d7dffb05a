package tributary.query.figures;

import java.util.Optional;
import java.util.function.Function;
import tributary.query.live.FiguresView;

class HeapFiguresContractTest extends FiguresContract {
    @Override
    protected <T> T look(Optional<String> ruleSet, Function<FiguresView, T> report) {
        return world.ask(ruleSet, report);
    }
}
