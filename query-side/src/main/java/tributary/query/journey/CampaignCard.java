package tributary.query.journey;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.ColumnsOut;
import tributary.attribution.columns.Still;
import tributary.events.CampaignEvent;
import tributary.query.directory.CampaignEntry;
import tributary.query.directory.MoneyItem;

/// What was said last about a campaign: of each thing the last by `at`, then by recording.
final class CampaignCard {
    private static final Comparator<MoneyItem> BY_ORDER = Comparator.comparing(
                    MoneyItem::order, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(MoneyItem::id);

    private record Said<T>(T value, Instant at) {
        static <T> void say(Map<String, Said<T>> about, String name, T value, Instant at) {
            about.merge(name, new Said<>(value, at), (old, now) -> now.at.isBefore(old.at) ? old : now);
        }
    }

    private final int number;
    private final String id;
    private final Map<String, Said<String>> properties = new TreeMap<>();
    private final Map<String, Said<String>> goals = new TreeMap<>();

    /// A removed item has no value.
    private final Map<String, Said<MoneyItem>> budget = new TreeMap<>();

    private final Map<String, Said<MoneyItem>> spend = new TreeMap<>();
    private Instant createdAt = Instant.MIN;
    private Instant updatedAt = Instant.MIN;
    private boolean deleted;

    CampaignCard(int number, String id) {
        this.number = number;
        this.id = id;
    }

    Still still() {
        var texts = List.of(Map.copyOf(properties), Map.copyOf(goals));
        var items = List.of(Map.copyOf(budget), Map.copyOf(spend));
        var created = createdAt;
        var updated = updatedAt;
        var isDeleted = deleted;
        return out -> {
            texts.forEach(about -> write(about, ColumnsOut::text, out));
            items.forEach(about -> write(about, CampaignCard::write, out));
            out.instant(created);
            out.instant(updated);
            out.flag(isDeleted);
        };
    }

    private static <T> void write(Map<String, Said<T>> about, BiConsumer<ColumnsOut, T> value, ColumnsOut out) {
        out.number(about.size());
        new TreeMap<>(about).forEach((name, said) -> {
            out.text(name);
            out.instant(said.at);
            value.accept(out, said.value);
        });
    }

    private static void write(ColumnsOut out, MoneyItem item) {
        out.flag(item != null);
        if (item == null) return;
        out.text(item.id());
        out.text(item.name());
        out.text(item.amount() == null ? null : item.amount().toString());
        out.flag(item.order() != null);
        if (item.order() != null) out.number(item.order());
        out.text(item.description());
    }

    void read(ColumnsIn in) {
        read(properties, ColumnsIn::text, in);
        read(goals, ColumnsIn::text, in);
        read(budget, CampaignCard::item, in);
        read(spend, CampaignCard::item, in);
        createdAt = in.instant();
        updatedAt = in.instant();
        deleted = in.flag();
    }

    private static <T> void read(Map<String, Said<T>> about, Function<ColumnsIn, T> value, ColumnsIn in) {
        for (var left = in.integer(); left > 0; left--) {
            var name = in.text();
            var at = in.instant();
            about.put(name, new Said<>(value.apply(in), at));
        }
    }

    private static MoneyItem item(ColumnsIn in) {
        if (!in.flag()) return null;
        var id = in.text();
        var name = in.text();
        var amount = in.text();
        var order = in.flag() ? (Integer) in.integer() : null;
        return new MoneyItem(id, name, amount == null ? null : new BigDecimal(amount), order, in.text());
    }

    void fold(CampaignEvent event) {
        if (event.at().isAfter(updatedAt)) updatedAt = event.at();
        switch (event) {
            case CampaignEvent.CampaignCreated created -> {
                createdAt = created.at();
                say(created.properties(), created.goals(), created.at());
            }
            case CampaignEvent.CampaignChanged changed -> say(changed.properties(), changed.goals(), changed.at());
            case CampaignEvent.CampaignDeleted _ -> deleted = true;
            case CampaignEvent.BudgetSet set ->
                Said.say(
                        budget,
                        set.item(),
                        new MoneyItem(set.item(), set.name(), set.amount(), set.order(), set.description()),
                        set.at());
            case CampaignEvent.SpendSet set ->
                Said.say(
                        spend,
                        set.item(),
                        new MoneyItem(set.item(), set.name(), set.amount(), set.order(), set.description()),
                        set.at());
            case CampaignEvent.BudgetRemoved removed -> Said.say(budget, removed.item(), null, removed.at());
            case CampaignEvent.SpendRemoved removed -> Said.say(spend, removed.item(), null, removed.at());
            case CampaignEvent.AssetAssociated _, CampaignEvent.AssetDissociated _ -> {}
        }
    }

    private void say(Map<String, String> saidProperties, Map<String, String> saidGoals, Instant at) {
        saidProperties.forEach((name, value) -> Said.say(properties, name, value, at));
        saidGoals.forEach((name, value) -> Said.say(goals, name, value, at));
    }

    CampaignEntry entry() {
        return new CampaignEntry(
                number,
                id,
                present(properties),
                present(goals),
                items(budget),
                items(spend),
                createdAt,
                updatedAt,
                deleted);
    }

    private static Map<String, String> present(Map<String, Said<String>> about) {
        var present = new TreeMap<String, String>();
        about.forEach((name, said) -> {
            if (!said.value.isEmpty()) present.put(name, said.value);
        });
        return present;
    }

    private static List<MoneyItem> items(Map<String, Said<MoneyItem>> about) {
        return about.values().stream()
                .map(Said::value)
                .filter(Objects::nonNull)
                .sorted(BY_ORDER)
                .toList();
    }
}
