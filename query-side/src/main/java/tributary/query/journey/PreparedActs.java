package tributary.query.journey;

import java.util.Arrays;
import java.util.function.Function;
import tributary.attribution.Doubt;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;
import tributary.attribution.journey.TextHash;
import tributary.attribution.journey.Touches;
import tributary.events.Bot;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.Origin;
import tributary.store.codec.InteractionColumns;
import tributary.store.codec.TextColumn;

/// A batch of interactions with all that can be told of it without knowing what came before: hashes of its texts, and
/// what names of constants mean. Preparing needs no order, so that threads can share it out; folding then looks
/// nothing up by text.
public final class PreparedActs {
    private static final Kind[] KINDS = Kind.values();

    private final InteractionColumns columns;
    private final Kind[] kinds;
    private final Doubt[] doubts;
    private final SessionOrigin[] origins;
    private final Names visitors;
    private final Names contacts;
    private final Names assets;
    private final Names pages;
    private final ArrivalHashes arrivals;

    /// @throws IllegalArgumentException if a constant is not known
    public PreparedActs(InteractionColumns columns) {
        this.columns = columns;
        kinds = each(columns.kind(), PreparedActs::kind, new Kind[columns.kind().different()]);
        doubts =
                each(columns.bot(), PreparedActs::doubt, new Doubt[columns.bot().different()]);
        origins = each(
                columns.origin(),
                PreparedActs::origin,
                new SessionOrigin[columns.origin().different()]);
        var hash = new TextHash();
        visitors = new Names(columns.visitor(), hash);
        contacts = new Names(columns.contact(), hash);
        assets = new Names(columns.asset(), hash);
        pages = new Names(columns.page(), hash);
        arrivals = new ArrivalHashes(columns, hash);
    }

    private static <T> T[] each(TextColumn names, Function<String, T> meaning, T[] meanings) {
        Arrays.setAll(meanings, number -> meaning.apply(names.text(number)));
        return meanings;
    }

    private static Kind kind(String name) {
        return KINDS[InteractionKind.valueOf(name).ordinal()];
    }

    private static Doubt doubt(String bot) {
        return switch (Bot.valueOf(bot)) {
            case KNOWN_BOT -> Doubt.KNOWN_BOT;
            case IP_EXCLUDED -> Doubt.IP_EXCLUDED;
            case APPLE_PRIVACY -> Doubt.APPLE_PRIVACY;
            case SCANNER -> Doubt.SCANNER;
        };
    }

    /// Of an origin, which may name an asset behind its type.
    private static SessionOrigin origin(String text) {
        var slash = text.indexOf('/');
        return switch (Origin.Type.valueOf(slash < 0 ? text : text.substring(0, slash))) {
            case AD -> SessionOrigin.AD;
            case CTA -> SessionOrigin.CTA;
            case WORKFLOW -> SessionOrigin.WORKFLOW;
        };
    }

    public int size() {
        return columns.size();
    }

    long at(int line) {
        return columns.atMicros(line);
    }

    Kind kind(int line) {
        return kinds[columns.kind().number(line)];
    }

    /// Doubt, origin and whether the sender named an address, as in [Touches].
    int flags(int line) {
        var origin = columns.origin().number(line);
        return Touches.flags(
                doubt(line), origin == TextColumn.ABSENT ? SessionOrigin.NONE : origins[origin], byAddress(line));
    }

    Doubt doubt(int line) {
        var bot = columns.bot().number(line);
        return bot == TextColumn.ABSENT ? Doubt.NONE : doubts[bot];
    }

    boolean byAddress(int line) {
        return columns.byAddress(line);
    }

    Names visitors() {
        return visitors;
    }

    Names contacts() {
        return contacts;
    }

    Names assets() {
        return assets;
    }

    Names pages() {
        return pages;
    }

    TextColumn urls() {
        return columns.url();
    }

    ArrivalHashes arrivals() {
        return arrivals;
    }

    /// As a record; for the few that are compared by texts.
    Interaction interaction(int line) {
        return columns.interaction(line);
    }
}
