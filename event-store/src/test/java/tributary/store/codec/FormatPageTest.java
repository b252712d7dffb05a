package tributary.store.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.events.Asset;
import tributary.events.Interaction;
import tributary.events.InteractionsRecorded;
import tributary.events.Origin;
import tributary.events.StoredName;

/// The page docs/batch-format.md is enough: this reader was written after it, uses none of our reading code, and gives
/// the golden batch back.
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormatPageTest {
    private static final List<String> COLUMNS = List.of(
            "kind",
            "visitor",
            "contact",
            "asset",
            "page",
            "url",
            "referrer",
            "keyword",
            "origin",
            "bot",
            "title",
            "line");

    private byte[] bytes;
    private int at;

    @Test
    void a_reader_written_after_the_page_gives_the_golden_batch_back() throws IOException {
        var golden = (InteractionsRecorded) Samples.of(StoredName.INTERACTIONS_RECORDED);

        assertThat(read(packed()))
                .containsExactlyElementsOf(
                        golden.interactions().stream().map(FormatPageTest::told).toList());
    }

    private static byte[] packed() throws IOException {
        try (var in = FormatPageTest.class.getResourceAsStream("/approved/interactions.recorded.1.hex")) {
            return HexFormat.of().parseHex(new String(in.readAllBytes(), UTF_8).strip());
        }
    }

    private List<Map<String, String>> read(byte[] payload) {
        bytes = payload;
        at = 1;
        assertThat(payload[0]).isEqualTo((byte) 1);
        int length = (int) varint();
        var frame = new byte[payload.length - at];
        System.arraycopy(payload, at, frame, 0, frame.length);
        bytes = Zstd.decompress(frame, length);
        at = 0;
        assertThat(text()).isEqualTo(Samples.ACME.value());
        text();
        var rows = new ArrayList<Map<String, String>>();
        for (long left = varint(); left > 0; left--) rows.add(new LinkedHashMap<>());
        long micros = 0;
        for (var row : rows) row.put("at", String.valueOf(micros += zigzag()));
        for (int i = 0; i < rows.size(); i++)
            rows.get(i).put("byAddress", String.valueOf((bytes[at + i / 8] >> i % 8 & 1) == 1));
        at += (rows.size() + 7) / 8;
        for (var column : COLUMNS) readColumn(column, rows);
        assertThat(at).isEqualTo(bytes.length);
        return rows;
    }

    private void readColumn(String column, List<Map<String, String>> rows) {
        var lengths = new long[(int) varint()];
        if (lengths.length == 0) return;
        for (int i = 0; i < lengths.length; i++) lengths[i] = varint();
        var values = new ArrayList<String>();
        for (long length : lengths) values.add(text((int) length));
        int next = 0;
        for (var row : rows) {
            long reference = varint();
            if (reference == 1) row.put(column, values.get(next++));
            else if (reference > 1) row.put(column, values.get((int) reference - 2));
        }
    }

    private long varint() {
        long value = 0;
        int shift = 0;
        while (bytes[at] < 0) {
            value |= (bytes[at++] & 0x7FL) << shift;
            shift += 7;
        }
        return value | (long) bytes[at++] << shift;
    }

    private long zigzag() {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    private String text() {
        return text((int) varint());
    }

    private String text(int length) {
        at += length;
        return new String(bytes, at - length, length, UTF_8);
    }

    private static Map<String, String> told(Interaction act) {
        var told = new LinkedHashMap<String, String>();
        told.put(
                "at",
                String.valueOf(act.at().getEpochSecond() * 1_000_000 + act.at().getNano() / 1000));
        told.put("byAddress", String.valueOf(act.byAddress()));
        told.put("kind", act.kind().name());
        told.put("visitor", act.visitor());
        told.put("contact", act.contact() == null ? null : act.contact().value());
        told.put("asset", text(act.asset()));
        told.put("page", text(act.page()));
        told.put("url", act.url());
        told.put("referrer", act.referrer());
        told.put("keyword", act.keyword());
        told.put("origin", text(act.origin()));
        told.put("bot", act.bot() == null ? null : act.bot().name());
        told.put("title", act.title());
        told.put("line", act.line());
        told.values().removeIf(value -> value == null);
        return told;
    }

    private static String text(Asset asset) {
        return asset == null ? null : asset.type() + "/" + asset.id();
    }

    private static String text(Origin origin) {
        if (origin == null) return null;
        return origin.asset() == null ? origin.type().name() : origin.type() + "/" + text(origin.asset());
    }
}
