package tributary.query.journey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.ColumnsOut;
import tributary.attribution.columns.Still;
import tributary.attribution.journey.Deal;
import tributary.attribution.journey.Settings;
import tributary.attribution.journey.Touches;
import tributary.events.ContactId;
import tributary.events.DealEvent;
import tributary.events.DealId;

/// The deals by number, and how each stands at present.
final class Deals {
    private static final int NEVER = Integer.MAX_VALUE;

    private final TextNumbers ids = new TextNumbers();
    private final PackedProperties properties = new PackedProperties();
    private final List<DealHistory> histories = new ArrayList<>();
    private final List<Deal> present = new ArrayList<>();
    private final Numbers stale = new Numbers();
    private final Aliases aliases = new Aliases();
    private final Contacts contacts;
    private final AccountSettings settings;
    private final Pipelines pipelines;
    private final Rates rates;
    private final Marks marks;

    Deals(Contacts contacts, AccountSettings settings, Pipelines pipelines, Rates rates, Marks marks) {
        this.contacts = contacts;
        this.settings = settings;
        this.pipelines = pipelines;
        this.rates = rates;
        this.marks = marks;
    }

    int size() {
        return ids.size();
    }

    Still still() {
        var kept = histories.stream().map(DealHistory::copy).toList();
        return Still.of(ids.still(), aliases.still(), out -> write(kept, out));
    }

    /// Each different text once.
    private static void write(List<DealHistory> kept, ColumnsOut out) {
        var numbers = new HashMap<String, Integer>();
        var texts = new ArrayList<String>();
        for (var history : kept) {
            history.eachText(text -> numbers.computeIfAbsent(text, added -> {
                texts.add(added);
                return texts.size() - 1;
            }));
        }
        out.texts(texts);
        for (var history : kept) history.write(out, numbers::get);
    }

    /// Contacts, settings, pipelines and rates must have been read before.
    void read(ColumnsIn in) {
        ids.read(in);
        aliases.read(in);
        var texts = in.texts();
        properties.share(texts);
        for (var deal = 0; deal < ids.size(); deal++) {
            var history = new DealHistory(deal);
            history.read(in, texts);
            histories.add(history);
            present.add(null);
            stale.add(deal);
            for (var tie : history.ties()) contacts.associate(tie.contact(), survivor(deal));
        }
    }

    OptionalInt find(String id) {
        var known = ids.find(id);
        return known == Touches.NONE ? OptionalInt.empty() : OptionalInt.of(known);
    }

    String id(int deal) {
        return ids.text(deal);
    }

    DealHistory history(int deal) {
        return histories.get(deal);
    }

    int survivor(int deal) {
        return aliases.survivor(deal);
    }

    void fold(DealEvent event, long position) {
        var at = Micros.of(event.at());
        var deal = number(event.deal());
        var history = histories.get(deal);
        switch (event) {
            case DealEvent.DealCreated created -> {
                history.created(at, properties.pack(created.properties()));
                for (var contact : created.contacts()) tie(history, contact, true, at, position);
            }
            case DealEvent.DealChanged changed -> history.say(at, properties.pack(changed.properties()));
            case DealEvent.DealAssociated associated -> tie(history, associated.contact(), true, at, position);
            case DealEvent.DealDissociated dissociated -> tie(history, dissociated.contact(), false, at, position);
            case DealEvent.DealDeleted _ -> history.stands(true, at);
            case DealEvent.DealRestored _ -> history.stands(false, at);
            case DealEvent.DealsMerged merged -> merge(deal, number(merged.merged()), position);
        }
        changed(deal);
        changed(survivor(deal));
    }

    private int number(DealId id) {
        var known = ids.find(id.value());
        if (known != Touches.NONE) return known;
        var deal = ids.add(id.value());
        histories.add(new DealHistory(deal));
        present.add(null);
        return deal;
    }

    private void tie(DealHistory history, ContactId contact, boolean begins, long at, long position) {
        var number = contacts.number(contact.value());
        history.tie(number, begins, at, position);
        contacts.associate(number, survivor(history.number));
    }

    private void merge(int primary, int merged, long position) {
        var gone = aliases.merge(primary, merged, position);
        if (gone == Touches.NONE) return;
        for (var tie : ties(survivor(gone))) contacts.associate(tie.contact(), survivor(gone));
        changed(gone);
    }

    /// What ties contacts to a deal, and to those merged into it; to a merged one what names it.
    private List<DealHistory.Tie> ties(int deal) {
        var ties = new ArrayList<>(histories.get(deal).ties());
        if (survivor(deal) == deal) {
            for (var absorbed : aliases.absorbed(deal)) {
                ties.addAll(histories.get(absorbed).ties());
            }
        }
        return ties;
    }

    /// The deal must be put together and judged anew.
    void changed(int deal) {
        present.set(deal, null);
        stale.add(deal);
        marks.deal(deal);
    }

    /// What deals depend on changed: those that are others now are marked.
    void findChanged() {
        for (var deal = 0; deal < histories.size(); deal++) {
            var before = present.get(deal);
            if (before == null) continue;
            present.set(deal, null);
            if (isSame(before, deal(deal))) present.set(deal, before);
            else marks.deal(deal);
        }
    }

    private static boolean isSame(Deal a, Deal b) {
        return a.createdAt() == b.createdAt()
                && Arrays.equals(a.stageAt(), b.stageAt())
                && Arrays.equals(a.stageWon(), b.stageWon())
                && Arrays.equals(a.contacts(), b.contacts())
                && Arrays.equals(a.contactFrom(), b.contactFrom())
                && Arrays.equals(a.contactTo(), b.contactTo())
                && a.deleted() == b.deleted()
                && a.hasAmount() == b.hasAmount()
                && a.amountMinor() == b.amountMinor()
                && a.convertible() == b.convertible()
                && a.closeDay() == b.closeDay()
                && a.closeAt() == b.closeAt();
    }

    /// How the deal stands; the same object until something changes.
    Deal deal(int number) {
        var known = present.get(number);
        if (known == null) {
            known = assembled(histories.get(number));
            present.set(number, known);
        }
        return known;
    }

    /// Puts all deals together, so that from now on reading changes nothing.
    void assemble() {
        for (var i = 0; i < stale.size(); i++) deal(stale.get(i));
        stale.clear();
    }

    private Deal assembled(DealHistory history) {
        var stages = new StageColumns();
        history.stages((at, pipeline, stage) -> stages.add(at, pipelines.isWon(pipeline, stage)));
        var close = history.property("closedate");
        var closeDay = close.filter(text -> !isInstant(text))
                .map(day -> (int) LocalDate.parse(day).toEpochDay())
                .orElse(Deal.NO_DAY);
        var closeAt = close.filter(Deals::isInstant)
                .map(text -> Micros.of(OffsetDateTime.parse(text).toInstant()))
                .orElse(Deal.NO_INSTANT);
        var price = price(history, closeDay, closeAt, Deal.wonAt(stages.at(), stages.won()));
        var ties = DealTies.of(ties(history.number), aliases, contacts.aliases());
        return new Deal(
                history.number,
                history.createdAt(),
                stages.at(),
                stages.won(),
                ties.contacts(),
                ties.from(),
                ties.to(),
                history.deleted() || survivor(history.number) != history.number,
                price.known(),
                price.minor(),
                price.problem().isEmpty(),
                closeDay,
                closeAt);
    }

    private static boolean isInstant(String closeDate) {
        return closeDate.indexOf('T') >= 0;
    }

    /// What the deal is worth; the rate is that of its effective close date, before it has one the last.
    private Price price(DealHistory history, int closeDay, long closeAt, long wonAt) {
        var amount = amount(history);
        if (amount.isEmpty()) return Price.UNKNOWN;
        Settings now = settings.present();
        var open = closeDay == Deal.NO_DAY && closeAt == Deal.NO_INSTANT && wonAt == Deal.NOT_WON;
        var day = open ? NEVER : Deal.effectiveCloseDay(closeDay, closeAt, wonAt, now.zone());
        return Price.of(amount.get(), currency(history), now.currency(), rates, day);
    }

    Optional<BigDecimal> amount(DealHistory history) {
        return history.property("amount").map(BigDecimal::new);
    }

    /// The deal's own currency, or the account's.
    String currency(DealHistory history) {
        return history.property("deal_currency_code").orElse(settings.present().currency());
    }

    /// What stands in the way of counting a deal's amount.
    Optional<String> problem(DealHistory history) {
        var deal = deal(history.number);
        return price(history, deal.closeDay(), deal.closeAt(), Deal.wonAt(deal.stageAt(), deal.stageWon()))
                .problem();
    }
}
