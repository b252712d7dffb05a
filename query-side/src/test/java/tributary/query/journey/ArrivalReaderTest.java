package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.source.WebAddress;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.InteractionsRecorded;
import tributary.store.codec.InteractionColumns;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArrivalReaderTest {
    private static final List<String> PIECES = List.of(
            "http",
            "://",
            "//",
            "/",
            ":",
            "?",
            "#",
            "&",
            "=",
            "a.example",
            "B.example",
            "@",
            "utm_campaign",
            "gclid",
            "fbclid",
            "utm_",
            "source",
            "session=",
            "spring",
            "%20",
            "+",
            "[::1]",
            "8080",
            "utm_medium=email",
            "google.com",
            ".");

    @Test
    void the_cache_never_says_anything_else_than_reading_the_texts() {
        var reader = new ArrivalReader();
        var random = new Random(7);
        var texts = new ArrayList<String>(Arrays.asList(null, "", "/", "//", "://", "https://a.example"));
        for (var i = 0; i < 400; i++) {
            var text = new StringBuilder();
            for (var n = random.nextInt(8); n >= 0; n--) text.append(PIECES.get(random.nextInt(PIECES.size())));
            texts.add(text.toString());
        }
        for (var round = 0; round < 200; round++) {
            var acts = new ArrayList<Interaction>();
            for (var i = 0; i < 1_000; i++) {
                var keyword = random.nextInt(3) == 0 ? texts.get(random.nextInt(6)) : null;
                acts.add(
                        act(texts.get(random.nextInt(texts.size())), texts.get(random.nextInt(texts.size())), keyword));
            }
            var prepared = new PreparedActs(InteractionColumns.of(new InteractionsRecorded(Told.ACCOUNT, "key", acts)));
            for (var line = 0; line < acts.size(); line++) {
                var act = acts.get(line);
                assertThat(reader.arrivals().get(reader.number(prepared.arrivals(), line)))
                        .isEqualTo(WebAddress.arrival(act.url(), act.referrer(), act.keyword()));
            }
        }
    }

    private static Interaction act(String url, String referrer, String keyword) {
        return new Interaction(
                Instant.EPOCH,
                InteractionKind.PAGE_VIEW,
                "browser",
                null,
                false,
                null,
                null,
                url,
                referrer,
                keyword,
                null,
                null,
                null,
                null);
    }
}
