package tributary.store.codec;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import tributary.events.AccountId;
import tributary.events.Asset;
import tributary.events.Bot;
import tributary.events.ContactId;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.InteractionsRecorded;
import tributary.events.Origin;

/// The body of a batch before compression: a column for each component. The order of writing here is the format;
/// docs/batch-format.md describes it for readers without this code.
final class BatchBody {
    private static final long MICROS_A_SECOND = 1_000_000;

    private BatchBody() {}

    static void write(InteractionsRecorded batch, Bytes out) {
        var interactions = batch.interactions();
        out.putText(batch.account().value());
        out.putText(batch.source());
        out.putVarint(interactions.size());
        writeInstants(interactions, out);
        writeFlags(interactions, out);
        var column = new ColumnWriter();
        column.write(interactions, Interaction::kind, InteractionKind::name, out);
        column.write(interactions, Interaction::visitor, Function.identity(), out);
        column.write(interactions, Interaction::contact, ContactId::value, out);
        column.write(interactions, Interaction::asset, Texts::of, out);
        column.write(interactions, Interaction::page, Texts::of, out);
        column.write(interactions, Interaction::url, Function.identity(), out);
        column.write(interactions, Interaction::referrer, Function.identity(), out);
        column.write(interactions, Interaction::keyword, Function.identity(), out);
        column.write(interactions, Interaction::origin, Texts::of, out);
        column.write(interactions, Interaction::bot, Bot::name, out);
        column.write(interactions, Interaction::title, Function.identity(), out);
        column.write(interactions, Interaction::line, Function.identity(), out);
    }

    static InteractionsRecorded read(Cursor in) {
        var account = new AccountId(in.getText());
        var source = in.getText();
        int count = in.getCount();
        var at = readInstants(in, count);
        var byAddress = readFlags(in, count);
        var kind = ColumnReader.read(in, InteractionKind::valueOf, new InteractionKind[count]);
        var visitor = ColumnReader.read(in, Function.identity(), new String[count]);
        var contact = ColumnReader.read(in, ContactId::new, new ContactId[count]);
        var asset = ColumnReader.read(in, Texts::asset, new Asset[count]);
        var page = ColumnReader.read(in, Texts::asset, new Asset[count]);
        var url = ColumnReader.read(in, Function.identity(), new String[count]);
        var referrer = ColumnReader.read(in, Function.identity(), new String[count]);
        var keyword = ColumnReader.read(in, Function.identity(), new String[count]);
        var origin = ColumnReader.read(in, Texts::origin, new Origin[count]);
        var bot = ColumnReader.read(in, Bot::valueOf, new Bot[count]);
        var title = ColumnReader.read(in, Function.identity(), new String[count]);
        var line = ColumnReader.read(in, Function.identity(), new String[count]);
        if (!in.atEnd()) throw new IllegalArgumentException("has bytes left over");
        var interactions = new Interaction[count];
        for (int i = 0; i < count; i++)
            interactions[i] = new Interaction(
                    at[i],
                    kind[i],
                    visitor[i],
                    contact[i],
                    (byAddress[i >> 3] & 1 << (i & 7)) != 0,
                    asset[i],
                    page[i],
                    url[i],
                    referrer[i],
                    keyword[i],
                    origin[i],
                    bot[i],
                    title[i],
                    line[i]);
        return new InteractionsRecorded(account, source, Arrays.asList(interactions));
    }

    private static void writeInstants(List<Interaction> interactions, Bytes out) {
        long before = 0;
        for (var interaction : interactions) {
            long micros = micros(interaction.at());
            out.putZigzag(micros - before);
            before = micros;
        }
    }

    private static Instant[] readInstants(Cursor in, int count) {
        var instants = new Instant[count];
        long micros = 0;
        for (int i = 0; i < count; i++) {
            micros += in.getZigzag();
            instants[i] = Instant.ofEpochSecond(
                    Math.floorDiv(micros, MICROS_A_SECOND), Math.floorMod(micros, MICROS_A_SECOND) * 1000);
        }
        return instants;
    }

    private static void writeFlags(List<Interaction> interactions, Bytes out) {
        var flags = new byte[interactions.size() + 7 >> 3];
        for (int i = 0; i < interactions.size(); i++)
            if (interactions.get(i).byAddress()) flags[i >> 3] |= (byte) (1 << (i & 7));
        out.put(flags, flags.length);
    }

    private static byte[] readFlags(Cursor in, int count) {
        var flags = new byte[count + 7 >> 3];
        for (int i = 0; i < flags.length; i++) flags[i] = (byte) in.getByte();
        return flags;
    }

    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), MICROS_A_SECOND), at.getNano() / 1000);
    }
}
