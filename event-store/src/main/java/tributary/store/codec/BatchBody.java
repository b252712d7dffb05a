package tributary.store.codec;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import tributary.events.Bot;
import tributary.events.ContactId;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.InteractionsRecorded;

/// Writes the body of a batch before compression: a column for each component. The order of writing here is the format;
/// docs/batch-format.md describes it for readers without this code. [InteractionColumns] reads it.
final class BatchBody {
    private static final long MICROS_A_SECOND = 1_000_000;

    private BatchBody() {}

    static Bytes of(InteractionsRecorded batch) {
        var interactions = batch.interactions();
        var out = new Bytes(64 + 64 * interactions.size());
        out.putText(batch.account().value());
        out.putText(batch.source());
        out.putVarint(interactions.size());
        writeInstants(interactions, out);
        writeFlags(interactions, out);
        var column = new ColumnWriter(interactions.size());
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
        return out;
    }

    private static void writeInstants(List<Interaction> interactions, Bytes out) {
        long before = 0;
        for (var interaction : interactions) {
            long micros = micros(interaction.at());
            out.putZigzag(micros - before);
            before = micros;
        }
    }

    private static void writeFlags(List<Interaction> interactions, Bytes out) {
        var flags = new byte[interactions.size() + 7 >> 3];
        for (int i = 0; i < interactions.size(); i++)
            if (interactions.get(i).byAddress()) flags[i >> 3] |= (byte) (1 << (i & 7));
        out.put(flags, flags.length);
    }

    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), MICROS_A_SECOND), at.getNano() / 1000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_A_SECOND), Math.floorMod(micros, MICROS_A_SECOND) * 1000);
    }
}
