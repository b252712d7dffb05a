package tributary.benchmarks.encoding;

import java.time.Instant;
import tributary.events.Asset;
import tributary.events.AssetType;
import tributary.events.Bot;
import tributary.events.ContactId;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.Origin;

/// An interaction as texts, for encodings that go row by row: its instant and `byAddress` stand apart. Absent ones are
/// `null`.
record Parts(long micros, boolean byAddress, String[] texts) {
    static final String[] NAMES = {
        "kind", "visitor", "contact", "asset", "page", "url", "referrer", "keyword", "origin", "bot", "title", "line"
    };
    private static final long A_SECOND = 1_000_000;

    static Parts of(Interaction act) {
        return new Parts(
                act.at().getEpochSecond() * A_SECOND + act.at().getNano() / 1000, act.byAddress(), new String[] {
                    act.kind().name(),
                    act.visitor(),
                    act.contact() == null ? null : act.contact().value(),
                    text(act.asset()),
                    text(act.page()),
                    act.url(),
                    act.referrer(),
                    act.keyword(),
                    text(act.origin()),
                    act.bot() == null ? null : act.bot().name(),
                    act.title(),
                    act.line()
                });
    }

    Interaction interaction() {
        var at = Instant.ofEpochSecond(Math.floorDiv(micros, A_SECOND), Math.floorMod(micros, A_SECOND) * 1000);
        return new Interaction(
                at,
                InteractionKind.valueOf(texts[0]),
                texts[1],
                texts[2] == null ? null : new ContactId(texts[2]),
                byAddress,
                asset(texts[3]),
                asset(texts[4]),
                texts[5],
                texts[6],
                texts[7],
                origin(texts[8]),
                texts[9] == null ? null : Bot.valueOf(texts[9]),
                texts[10],
                texts[11]);
    }

    private static String text(Asset asset) {
        return asset == null ? null : asset.key();
    }

    private static String text(Origin origin) {
        if (origin == null) return null;
        return origin.asset() == null
                ? origin.type().name()
                : origin.type() + "/" + origin.asset().key();
    }

    private static Asset asset(String text) {
        if (text == null) return null;
        int slash = text.indexOf('/');
        return new Asset(AssetType.valueOf(text.substring(0, slash)), text.substring(slash + 1));
    }

    private static Origin origin(String text) {
        if (text == null) return null;
        int slash = text.indexOf('/');
        return slash < 0
                ? new Origin(Origin.Type.valueOf(text), null)
                : new Origin(Origin.Type.valueOf(text.substring(0, slash)), asset(text.substring(slash + 1)));
    }
}
