package tributary.query.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import org.bson.Document;
import tributary.attribution.rules.RuleSet;
import tributary.query.figures.ContactList;
import tributary.query.figures.DayCalendar;
import tributary.query.figures.Figures;
import tributary.query.figures.Metric;

/// The figures of one publication. Days are read once for all metrics that are asked of the same campaign and range.
/// Numbers are those of the directory beside it; good for one report, and for one thread.
final class MongoFigures implements Figures {
    private static final int BATCH = 5_000;
    private static final String LINEAR = "LINEAR";

    private final ReadModels models;
    private final long publication;
    private final RuleSet rules;
    private final String currency;
    private final DayCalendar calendar;
    private final MongoDirectory directory;
    private final Map<Range, List<DocumentReader>> days = new HashMap<>();

    private record Range(int campaign, long fromDay, long toDay) {}

    MongoFigures(
            ReadModels models,
            long publication,
            RuleSet rules,
            String currency,
            DayCalendar calendar,
            MongoDirectory directory) {
        this.models = models;
        this.publication = publication;
        this.rules = rules;
        this.currency = currency;
        this.calendar = calendar;
        this.directory = directory;
    }

    @Override
    public long count(Metric metric, int campaign, long fromDay, long toDay) {
        if (metric.money()) throw new IllegalArgumentException(metric + " is money");
        if (metric == Metric.REVENUE_CONTACTS)
            return revenueContacts(campaign, fromDay, toDay).size();
        return sum(days(campaign, fromDay, toDay), value(metric, -1));
    }

    @Override
    public long minor(Metric metric, int model, int campaign, long fromDay, long toDay) {
        if (!metric.money()) throw new IllegalArgumentException(metric + " is a count");
        return sum(days(campaign, fromDay, toDay), value(metric, model));
    }

    @Override
    public long attributable(long fromDay, long toDay) {
        return sum(days(ACCOUNT, fromDay, toDay), day -> day.minor(Field.ATTRIBUTABLE, currency));
    }

    private static long sum(List<DocumentReader> days, ToLongFunction<DocumentReader> value) {
        var sum = 0L;
        try {
            for (var day : days) sum = Math.addExact(sum, value.applyAsLong(day));
        } catch (ArithmeticException _) {
            throw Figures.sumTooLarge();
        }
        return sum;
    }

    @Override
    public void daily(Metric metric, int model, int campaign, long fromDay, long toDay, DayConsumer out) {
        if (metric == Metric.REVENUE_CONTACTS) throw new IllegalArgumentException(metric + " has no sum of days");
        var value = value(metric, model);
        for (var day : days(campaign, fromDay, toDay)) {
            var counted = value.applyAsLong(day);
            if (counted != 0) out.day(day.document(Field.ID).day(Field.DAY), counted);
        }
    }

    private ToLongFunction<DocumentReader> value(Metric metric, int model) {
        return switch (metric) {
            case ATTRIBUTED_REVENUE -> attributed(rules.modelNames().get(model));
            case REVENUE -> attributed(LINEAR);
            default -> metric.money() ? day -> day.minor(metric.word(), currency) : day -> day.number(metric.word());
        };
    }

    private ToLongFunction<DocumentReader> attributed(String model) {
        return day -> day.document(Metric.ATTRIBUTED_REVENUE.word()).minor(model, currency);
    }

    private List<DocumentReader> days(int campaign, long fromDay, long toDay) {
        return days.computeIfAbsent(new Range(campaign, fromDay, toDay), this::read);
    }

    private List<DocumentReader> read(Range range) {
        var found = new ArrayList<DocumentReader>();
        models.documents(ReadModels.DAYS)
                .find(and(
                        gte(Field.ID, id(range.campaign, range.fromDay)),
                        lte(Field.ID, id(range.campaign, range.toDay))))
                .projection(Projections.exclude(Field.ACCOUNT, Field.RULE_SET, Field.POSITION, Field.CURRENCY))
                .batchSize(BATCH)
                .forEach(day -> found.add(new DocumentReader(day)));
        return found;
    }

    private Document id(int campaign, long day) {
        return new Document(Field.PUBLICATION, publication)
                .append(Field.CAMPAIGN, campaignId(campaign))
                .append(Field.DAY, date(day));
    }

    private static Date date(long day) {
        return new Date(DocumentWriter.dayMillis(day));
    }

    private String campaignId(int campaign) {
        return campaign == ACCOUNT ? null : directory.campaignId(campaign);
    }

    private Set<String> revenueContacts(int campaign, long fromDay, long toDay) {
        var contacts = new HashSet<String>();
        for (var day : days(campaign, fromDay, toDay)) contacts.addAll(day.texts(Field.REVENUE_CONTACT_IDS));
        return contacts;
    }

    @Override
    public void contacts(ContactList list, int campaign, long fromDay, long toDay, ContactConsumer out) {
        if (list == ContactList.REVENUE) {
            var wanted = revenueContacts(campaign, fromDay, toDay);
            each(campaign, Field.REVENUE_SINCE, (contact, line) -> {
                if (wanted.contains(contact))
                    out.contact(directory.contactNumber(contact), line.micros(Field.REVENUE_SINCE));
            });
        } else {
            each(campaign, list.word(), (contact, line) -> {
                var at = line.micros(list.word());
                if (isWithin(at, fromDay, toDay)) out.contact(directory.contactNumber(contact), at);
            });
        }
    }

    @Override
    public void pairs(int campaign, long fromDay, long toDay, PairConsumer out) {
        each(campaign, Field.INFLUENCES, (contact, line) -> {
            for (var influence : line.documents(Field.INFLUENCES)) {
                var at = influence.micros(Field.AT);
                if (isWithin(at, fromDay, toDay))
                    out.pair(directory.contactNumber(contact), directory.influenceKey(influence.text(Field.BY)), at);
            }
        });
    }

    private boolean isWithin(long at, long fromDay, long toDay) {
        var day = calendar.day(at);
        return day >= fromDay && day <= toDay;
    }

    /// The contacts of a campaign, or of the account, that have a field.
    private void each(int campaign, String field, BiConsumer<String, DocumentReader> out) {
        var inContact = Field.CONTACTS + ".";
        models.documents(ReadModels.CONTACTS)
                .find(Publications.of(publication, campaignId(campaign)))
                .projection(Projections.fields(
                        Projections.excludeId(),
                        Projections.include(
                                inContact + Field.CONTACT,
                                inContact + field,
                                inContact + field + DocumentReader.MICROS)))
                .batchSize(BATCH)
                .forEach(bucket -> new DocumentReader(bucket)
                        .documents(Field.CONTACTS).stream()
                                .filter(line -> line.has(field))
                                .forEach(line -> out.accept(line.text(Field.CONTACT), line)));
    }

    @Override
    public void closedDeals(int campaign, long fromDay, long toDay, DealConsumer out) {
        var wanted = campaignId(campaign);
        for (var deal : deals(fromDay, toDay)) {
            var contacts = deal.documents(Field.CLOSED_BY).stream()
                    .filter(closed ->
                            wanted == null || closed.text(Field.CAMPAIGN).equals(wanted))
                    .map(closed -> closed.texts(Field.INFLUENCED_BY))
                    .flatMap(Collection::stream)
                    .distinct()
                    .mapToInt(directory::contactNumber)
                    .toArray();
            if (contacts.length > 0)
                out.deal(directory.dealNumber(deal), deal.micros(Field.WON_AT), deal.day(Field.CLOSE_DATE), contacts);
        }
    }

    @Override
    public void eligibleDeals(long fromDay, long toDay, EligibleDealConsumer out) {
        for (var deal : deals(fromDay, toDay))
            if (deal.has(Field.ELIGIBLE_AMOUNT))
                out.deal(directory.dealNumber(deal), deal.minor(Field.ELIGIBLE_AMOUNT, currency));
    }

    private List<DocumentReader> deals(long fromDay, long toDay) {
        var found = new ArrayList<DocumentReader>();
        models.documents(ReadModels.DEALS)
                .find(and(
                        eq(Field.ID + "." + Field.PUBLICATION, publication),
                        gte(Field.CLOSE_DATE, date(fromDay)),
                        lte(Field.CLOSE_DATE, date(toDay))))
                .batchSize(BATCH)
                .forEach(deal -> found.add(new DocumentReader(deal)));
        return found;
    }
}
