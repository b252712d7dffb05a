package tributary.attribution.twin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tributary.attribution.journey.Deal;

/// Packs deals as they stand now for the judge; converting amounts and remembering stages is not the judge's part.
record FoldedDeals(List<Line> lines, Account account, People people, Numbers contacts) {
    List<Deals.DealNow> now() {
        return new Deals(lines).all(people);
    }

    Deal folded(Deals.DealNow deal, int number) {
        var stages = deal.stages();
        var won = new boolean[stages.size()];
        for (var i = 0; i < won.length; i++) won[i] = stages.get(i).won();
        var held = new ArrayList<>(deal.contacts());
        var closeDate = deal.properties().get("closeDate");
        var isDay = closeDate != null && closeDate.length() == 10;
        var amount =
                deal.wonAt() == null ? java.util.Optional.<Long>empty() : Wins.amount(deal, account, new Rates(lines));
        return new Deal(
                number,
                Micros.of(deal.createdAt()),
                stages.stream().mapToLong(stage -> Micros.of(stage.at())).toArray(),
                won,
                held.stream().mapToInt(each -> contacts.of(each.contact())).toArray(),
                held.stream().mapToLong(each -> Micros.of(each.from())).toArray(),
                held.stream()
                        .mapToLong(each -> each.to() == null ? Deal.OPEN : Micros.of(each.to()))
                        .toArray(),
                false,
                deal.properties().containsKey("amount"),
                amount.orElse(0L),
                amount.isPresent() || !deal.properties().containsKey("amount"),
                isDay ? (int) LocalDate.parse(closeDate).toEpochDay() : Deal.NO_DAY,
                closeDate == null || isDay ? Deal.NO_INSTANT : Micros.of(Instant.parse(closeDate)));
    }
}
