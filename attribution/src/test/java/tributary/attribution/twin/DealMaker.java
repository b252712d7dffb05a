package tributary.attribution.twin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Makes the lines of random deals: won, lost, reopened, moved between won stages, changed, associated, merged,
/// deleted; and the pipelines and rates they need. Lines of one deal must keep their order.
record DealMaker(World world, Dice dice) {
    private static final List<String> STAGES = List.of("open", "closedwon", "closedwon", "closedlost");
    private static final List<String> PARTNER_STAGES = List.of("talk", "signed", "archived", "gone");

    /// @param known contacts that may have to do with it
    List<Line> deal(String id, List<String> known) {
        var lines = new ArrayList<Line>();
        var contacts = new ArrayList<String>();
        for (var contact : known) if (dice.percent(45)) contacts.add(contact);
        var partners = dice.percent(25);
        var changes = new ArrayList<Line.Change>();
        if (partners) changes.add(new Line.Change("pipeline", "partners"));
        changes.add(new Line.Change("stage", stage(partners)));
        changes.add(new Line.Change("amount", amount()));
        if (dice.percent(40)) changes.add(new Line.Change("currency", currency()));
        if (dice.percent(30)) changes.add(new Line.Change("closeDate", closeDate()));
        lines.add(new Line.DealCreate(world.moment(), id, contacts, changes));
        for (var i = dice.below(5); i >= 0; i--) lines.add(change(id, known, partners));
        if (dice.percent(8)) lines.add(new Line.DealDelete(world.moment(), id));
        return lines;
    }

    private Line change(String id, List<String> known, boolean partners) {
        var at = world.moment();
        return switch (dice.below(9)) {
            case 0 -> new Line.DealAssociate(at, id, dice.oneOf(known));
            case 1 -> new Line.DealDissociate(at, id, dice.oneOf(known));
            case 2 -> new Line.DealChange(at, id, List.of(new Line.Change("amount", amount())));
            case 3 -> new Line.DealChange(at, id, List.of(new Line.Change("closeDate", closeDate())));
            default -> new Line.DealChange(at, id, List.of(new Line.Change("stage", stage(partners))));
        };
    }

    private String stage(boolean partners) {
        return dice.oneOf(partners ? PARTNER_STAGES : STAGES);
    }

    private String amount() {
        return dice.oneOf("10000", "100.00", "99.995", "0.01", "7", "1234.567", "-250.55", "0", null);
    }

    private String currency() {
        return dice.oneOf("EUR", "USD", "JPY", "KWD", "GBP", null);
    }

    private String closeDate() {
        var day = world.moment().toString();
        return dice.oneOf(day.substring(0, 10), day, null);
    }

    /// `gone` is a stage that the pipeline no longer has (D-41).
    List<Line> surroundings() {
        return List.of(
                pipeline("signed", "archived", "gone"),
                pipeline(dice.percent(80) ? "signed" : "talk", "archived"),
                rate("USD", "0.9"),
                rate("USD", "0.955"),
                rate("JPY", "0.0061234"),
                rate("KWD", "3.05"),
                rate("EUR", "160.5"));
    }

    private Line pipeline(String... won) {
        var stages = new java.util.TreeMap<String, Boolean>();
        for (var stage : PARTNER_STAGES) stages.put(stage, List.of(won).contains(stage));
        if (won.length < 3) stages.remove("gone");
        return new Line.PipelineDefine(world.beginning(), "partners", stages);
    }

    private Line rate(String currency, String rate) {
        var since = LocalDate.parse(world.moment().toString().substring(0, 10));
        return new Line.RateSet(world.beginning(), currency, rate, since);
    }
}
