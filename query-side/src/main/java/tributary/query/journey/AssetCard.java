package tributary.query.journey;

import java.time.Instant;
import java.util.Optional;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.Still;
import tributary.events.AssetEvent.AssetDescribed;

/// What was said last about an asset: of each thing the last by `at`, then by recording.
final class AssetCard {
    static final AssetCard UNDESCRIBED = new AssetCard();

    private final Latest name = new Latest();
    private final Latest url = new Latest();

    /// The last word about one thing.
    private static final class Latest {
        private String value;
        private Instant at = Instant.MIN;

        void say(String said, Instant when) {
            if (said == null || when.isBefore(at)) return;
            value = said;
            at = when;
        }

        Optional<String> value() {
            return Optional.ofNullable(value).filter(text -> !text.isBlank());
        }

        Still still() {
            var text = value;
            var when = at;
            return out -> {
                out.text(text);
                out.instant(when);
            };
        }

        void read(ColumnsIn in) {
            value = in.text();
            at = in.instant();
        }
    }

    void fold(AssetDescribed described) {
        name.say(described.name(), described.at());
        url.say(described.url(), described.at());
    }

    Still still() {
        return Still.of(name.still(), url.still());
    }

    void read(ColumnsIn in) {
        name.read(in);
        url.read(in);
    }

    Optional<String> name() {
        return name.value();
    }

    Optional<String> url() {
        return url.value();
    }
}
