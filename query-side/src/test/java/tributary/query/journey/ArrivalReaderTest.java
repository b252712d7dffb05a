package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.source.WebAddress;

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
        for (var i = 0; i < 200_000; i++) {
            var url = texts.get(random.nextInt(texts.size()));
            var referrer = texts.get(random.nextInt(texts.size()));
            var keyword = random.nextInt(3) == 0 ? texts.get(random.nextInt(6)) : null;
            assertThat(reader.arrivals().get(reader.number(url, referrer, keyword)))
                    .isEqualTo(WebAddress.arrival(url, referrer, keyword));
        }
    }
}
