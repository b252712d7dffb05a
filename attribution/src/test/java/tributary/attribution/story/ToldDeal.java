package tributary.attribution.story;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tributary.attribution.journey.Deal;

/// A deal told in a test.
public final class ToldDeal {
    private record Association(String contact, long from, long to) {}

    private record Stage(long at, boolean won) {}

    private final long createdAt;
    private final List<Association> associations = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private String amount;
    private int closeDay = Deal.NO_DAY;

    ToldDeal(String amount, String createdAt) {
        this.amount = amount;
        this.createdAt = Story.micros(createdAt);
        stages.add(new Stage(this.createdAt, false));
    }

    public ToldDeal with(String contact, String from, String to) {
        associations.add(new Association(contact, Story.micros(from), to == null ? Deal.OPEN : Story.micros(to)));
        return this;
    }

    public ToldDeal won(String at) {
        stages.add(new Stage(Story.micros(at), true));
        return this;
    }

    public ToldDeal reopened(String at) {
        stages.add(new Stage(Story.micros(at), false));
        return this;
    }

    public ToldDeal closing(String day) {
        closeDay = (int) LocalDate.parse(day).toEpochDay();
        return this;
    }

    public ToldDeal amount(String changed) {
        amount = changed;
        return this;
    }

    Deal deal(int number, Journeys journeys) {
        return new Deal(
                number,
                createdAt,
                stages.stream().mapToLong(Stage::at).toArray(),
                won(),
                associations.stream()
                        .mapToInt(association -> journeys.number(association.contact))
                        .toArray(),
                associations.stream().mapToLong(Association::from).toArray(),
                associations.stream().mapToLong(Association::to).toArray(),
                false,
                amount != null,
                amount == null ? 0 : new BigDecimal(amount).movePointRight(2).longValueExact(),
                true,
                closeDay,
                Deal.NO_INSTANT);
    }

    private boolean[] won() {
        var won = new boolean[stages.size()];
        for (var i = 0; i < won.length; i++) won[i] = stages.get(i).won;
        return won;
    }
}
