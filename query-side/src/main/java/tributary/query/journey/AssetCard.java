package tributary.query.journey;

import java.time.Instant;
import java.util.Optional;
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
    }

    void fold(AssetDescribed described) {
        name.say(described.name(), described.at());
        url.say(described.url(), described.at());
    }

    Optional<String> name() {
        return name.value();
    }

    Optional<String> url() {
        return url.value();
    }
}
