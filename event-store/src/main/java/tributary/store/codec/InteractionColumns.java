package tributary.store.codec;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import tributary.events.AccountId;
import tributary.events.Asset;
import tributary.events.Bot;
import tributary.events.ContactId;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.InteractionsRecorded;

/// A batch as it is stored: a column for each component, each different text once. Whoever handles millions of
/// interactions asks for what a text means once a batch, and makes no record of any. Values as texts are those of
/// docs/batch-format.md. Titles and the senders' ids are read only for [#interaction].
public final class InteractionColumns {
    private final AccountId account;
    private final String source;
    private final long[] at;
    private final Cursor flags;
    private final TextColumn kind;
    private final TextColumn visitor;
    private final TextColumn contact;
    private final TextColumn asset;
    private final TextColumn page;
    private final TextColumn url;
    private final TextColumn referrer;
    private final TextColumn keyword;
    private final TextColumn origin;
    private final TextColumn bot;
    private final Cursor rest;
    private InteractionsRecorded recorded;

    InteractionColumns(Cursor in) {
        account = new AccountId(in.getText());
        source = in.getText();
        var size = in.getCount();
        at = instants(in, size);
        flags = in.at(in.position());
        in.skipTo(in.position() + (size + 7 >> 3));
        kind = TextColumn.read(in, size);
        visitor = TextColumn.read(in, size);
        contact = TextColumn.read(in, size);
        asset = TextColumn.read(in, size);
        page = TextColumn.read(in, size);
        url = TextColumn.read(in, size);
        referrer = TextColumn.read(in, size);
        keyword = TextColumn.read(in, size);
        origin = TextColumn.read(in, size);
        bot = TextColumn.read(in, size);
        rest = in.at(in.position());
    }

    /// The columns in which this batch is, or would be, stored.
    public static InteractionColumns of(InteractionsRecorded batch) {
        var body = BatchBody.of(batch);
        return new InteractionColumns(new Cursor(body.array(), 0, body.length()));
    }

    private static long[] instants(Cursor in, int size) {
        var instants = new long[size];
        var micros = 0L;
        for (var line = 0; line < size; line++) {
            micros += in.getZigzag();
            instants[line] = micros;
        }
        return instants;
    }

    /// How many interactions there are.
    public int size() {
        return at.length;
    }

    /// When an interaction happened: microseconds since 1970 UTC.
    public long atMicros(int line) {
        return at[line];
    }

    /// Whether the sender named the contact by an address.
    public boolean byAddress(int line) {
        return (flags.byteAfter(line >> 3) & 1 << (line & 7)) != 0;
    }

    public TextColumn kind() {
        return kind;
    }

    public TextColumn visitor() {
        return visitor;
    }

    public TextColumn contact() {
        return contact;
    }

    public TextColumn asset() {
        return asset;
    }

    public TextColumn page() {
        return page;
    }

    public TextColumn url() {
        return url;
    }

    public TextColumn referrer() {
        return referrer;
    }

    public TextColumn keyword() {
        return keyword;
    }

    public TextColumn origin() {
        return origin;
    }

    public TextColumn bot() {
        return bot;
    }

    /// The asset that a text of the columns of assets and pages names.
    public static Asset asset(String text) {
        return Texts.asset(text);
    }

    /// One interaction as a record; makes the records of all when first asked.
    public Interaction interaction(int line) {
        if (recorded == null) recorded = recorded();
        return recorded.interactions().get(line);
    }

    /// All as records; equal values become one object.
    ///
    /// @throws IllegalArgumentException if the bytes do not end where they should
    InteractionsRecorded recorded() {
        var in = rest.at(rest.position());
        var title = TextColumn.read(in, size());
        var line = TextColumn.read(in, size());
        if (!in.atEnd()) throw new IllegalArgumentException("has bytes left over");
        var kinds = values(kind, InteractionKind::valueOf);
        var visitors = values(visitor, Function.identity());
        var contacts = values(contact, ContactId::new);
        var assets = values(asset, Texts::asset);
        var pages = values(page, Texts::asset);
        var urls = values(url, Function.identity());
        var referrers = values(referrer, Function.identity());
        var keywords = values(keyword, Function.identity());
        var origins = values(origin, Texts::origin);
        var bots = values(bot, Bot::valueOf);
        var titles = values(title, Function.identity());
        var lines = values(line, Function.identity());
        var interactions = new Interaction[size()];
        for (var i = 0; i < interactions.length; i++)
            interactions[i] = new Interaction(
                    BatchBody.instant(at[i]),
                    kinds.apply(i),
                    visitors.apply(i),
                    contacts.apply(i),
                    byAddress(i),
                    assets.apply(i),
                    pages.apply(i),
                    urls.apply(i),
                    referrers.apply(i),
                    keywords.apply(i),
                    origins.apply(i),
                    bots.apply(i),
                    titles.apply(i),
                    lines.apply(i));
        return new InteractionsRecorded(account, source, List.of(interactions));
    }

    /// The value of an interaction in a column, `null` where it is absent.
    private static <T> IntFunction<T> values(TextColumn column, Function<String, T> value) {
        @SuppressWarnings("unchecked")
        var values = (T[]) new Object[column.different()];
        Arrays.setAll(values, number -> value.apply(column.text(number)));
        return line -> {
            var number = column.number(line);
            return number == TextColumn.ABSENT ? null : values[number];
        };
    }
}
