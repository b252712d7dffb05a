package tributary.query.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tributary.attribution.explain.DealCredit;
import tributary.attribution.journey.Touches;
import tributary.events.Money;

/// Attributed revenue of a range, told row by row. Every deal's amount goes to rows or stays unattributed, to the
/// last minor unit; only by campaign may rows overlap (DEC-14).
final class Attribution {
    /// How the rows are told.
    enum By {
        CAMPAIGN("campaign"),
        ASSET("asset"),
        ASSET_TYPE("assetType"),
        SOURCE("source"),
        CONTACT("contact");

        static final Choice<By> CHOICE = Choice.among("by", "breakdown", List.of(values()), by -> by.word);

        private final String word;

        /// Whether rows are asked for that published figures alone tell; they are usual.
        static boolean isCampaign(String asked) {
            return asked == null || asked.equals(CAMPAIGN.word);
        }

        By(String word) {
            this.word = word;
        }
    }

    /// @param key id of a campaign or contact, `TYPE/ID` of an asset, type of asset, or source
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(String key, String type, String name, String revenue) {}

    private record Key(String key, String type, String name) {
        Key(String key) {
            this(key, null, null);
        }
    }

    private final Map<Key, Long> minorByKey = new HashMap<>();
    private final Names names;
    private final String currency;
    private long unattributedMinor;

    Attribution(Names names, String currency) {
        this.names = names;
        this.currency = currency;
    }

    /// Adds what a campaign gets.
    void campaign(String id, String name, long minor) {
        add(new Key(id, null, name), minor);
    }

    void unattributed(long minor) {
        unattributedMinor += minor;
    }

    /// Adds an eligible deal with its interactions. By campaign, a deal's interactions do not tell: see [#campaign].
    void deal(By by, long amountMinor, DealCredit credit) {
        var left = amountMinor;
        for (var credited : credit.interactions()) {
            var key = key(by, credited);
            if (key == null) continue;
            add(key, credited.amountMinor());
            left -= credited.amountMinor();
        }
        unattributed(left);
    }

    private Key key(By by, DealCredit.Credited credited) {
        var asset = credited.act().asset();
        return switch (by) {
            case ASSET -> asset == Touches.NONE ? null : asset(names.asset(asset));
            case ASSET_TYPE ->
                asset == Touches.NONE ? null : new Key(names.asset(asset).type());
            case SOURCE -> new Key(credited.source().name());
            case CONTACT -> new Key(names.contact(credited.act().contact()));
            case CAMPAIGN -> throw new IllegalArgumentException("campaigns may share an interaction");
        };
    }

    private static Key asset(AssetName asset) {
        return new Key(asset.key(), asset.type(), asset.name());
    }

    private void add(Key key, long minor) {
        minorByKey.merge(key, minor, Long::sum);
    }

    /// Largest first, then by key; what came to nothing is left out.
    List<Row> rows() {
        return minorByKey.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .sorted(Map.Entry.<Key, Long>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().key()))
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Row row(Key key, long minor) {
        return new Row(key.key(), key.type(), key.name(), money(minor));
    }

    String unattributed() {
        return money(unattributedMinor);
    }

    private String money(long minor) {
        return new Money(minor, currency).toString();
    }
}
