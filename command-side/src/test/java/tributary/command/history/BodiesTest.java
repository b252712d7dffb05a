package tributary.command.history;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.command.history.BadLinesTest.quoted;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.command.Clerk;
import tributary.command.Clerk.Answer;

/// Bodies as a whole: how they may be packed and formed, and what becomes of those that cannot be read to their end.
@DisplayNameGeneration(ReplaceUnderscores.class)
class BodiesTest {
    private static final String ACT = quoted("{'type':'interaction','kind':'PAGE_VIEW','visitor':'v'}");

    @TempDir
    private Path folder;

    private Clerk clerk;

    @BeforeEach
    void open() {
        clerk = Clerk.withAccount(folder);
    }

    @AfterEach
    void close() {
        clerk.close();
    }

    private Answer post(byte[] body, String... headers) {
        var byName = IntStream.range(0, headers.length / 2)
                .boxed()
                .collect(Collectors.toMap(at -> headers[2 * at], at -> headers[2 * at + 1]));
        return clerk.post(Clerk.token(), body, byName, "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] acts(int count) {
        return bytes((ACT + "\n").repeat(count));
    }

    /// Lines that differ, so that packed they still have some size.
    private static byte[] differentActs(int count) {
        return bytes(IntStream.range(0, count)
                .mapToObj(at -> quoted("{'type':'interaction','kind':'PAGE_VIEW','visitor':'v" + at * 7919L % 100_003
                        + "','title':'" + Integer.toHexString(at * 0x9E3779B9) + "'}\n"))
                .collect(Collectors.joining()));
    }

    private static byte[] gzip(byte[] body) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return packed.toByteArray();
    }

    @Test
    void lines_end_with_any_newline_and_the_last_needs_none() {
        var answer = post(bytes("\uFEFF" + ACT + "\r\n\n  \n" + ACT));

        assertThat(answer.accepted()).isEqualTo(2);
        assertThat(answer.rejected()).isZero();
    }

    @Test
    void blank_lines_are_counted_for_the_numbers_of_problems() {
        assertThat(post(bytes("\n\n" + ACT + "\nwrong\n")).problems())
                .singleElement()
                .asString()
                .startsWith("4: ");
    }

    @Test
    void gzip_is_unpacked() {
        assertThat(post(gzip(acts(2_500)), "Content-Encoding", "gzip").accepted())
                .isEqualTo(2_500);
        assertThat(clerk.interactions()).hasSize(2_500);
    }

    @Test
    void zstd_is_unpacked() {
        assertThat(post(Zstd.compress(acts(2_500)), "Content-Encoding", "zstd").accepted())
                .isEqualTo(2_500);
    }

    @Test
    void a_cut_off_gzip_body_is_refused_and_what_came_whole_is_kept() {
        var packed = gzip(differentActs(20_000));

        var answer = post(Arrays.copyOf(packed, packed.length / 2), "Content-Encoding", "gzip");

        assertCutOff(answer);
    }

    @Test
    void a_cut_off_zstd_body_is_refused_and_what_came_whole_is_kept() {
        var packed = Zstd.compress(differentActs(40_000));

        var answer = post(Arrays.copyOf(packed, packed.length * 3 / 4), "Content-Encoding", "zstd");

        assertCutOff(answer);
    }

    private void assertCutOff(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains("cut off", "gzip", "zstd");
        assertThat(answer.accepted())
                .isPositive()
                .isEqualTo(clerk.interactions().size());
        assertThat(answer.rejected()).isZero();
    }

    @Test
    void a_gzip_body_that_stops_within_its_header_is_refused() {
        var answer = post(Arrays.copyOf(gzip(acts(1)), 5), "Content-Encoding", "gzip");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains("cut off");
    }

    @Test
    void a_body_in_another_encoding_than_it_says_is_refused() {
        assertThat(post(acts(1), "Content-Encoding", "gzip").status()).isEqualTo(400);
        assertThat(post(acts(1), "Content-Encoding", "zstd").status()).isEqualTo(400);
    }

    @Test
    void an_empty_body_is_refused() {
        var answer = post(new byte[0]);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains("empty", "lines of history");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "", "not a type", "application/x-www-form-urlencoded"})
    void other_media_types_are_refused(String type) {
        var answer = post(acts(1), "Content-Type", type);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.detail()).contains("application/x-ndjson", "application/json");
    }

    @Test
    void other_encodings_are_refused() {
        var answer = post(acts(1), "Content-Encoding", "br");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.detail()).contains("\"br\"", "gzip", "zstd");
    }

    @Test
    void an_array_is_taken_element_by_element() {
        var answer = post(
                bytes(" [ " + ACT + ",\n{\"type\":\"x\"},7 ,\"a,]\\\"\"," + ACT + " ] \n"),
                "Content-Type",
                "application/json");

        assertThat(answer.accepted()).isEqualTo(2);
        assertThat(answer.problems())
                .extracting(problem -> problem.substring(0, 2))
                .containsExactly("2:", "3:", "4:");
    }

    @Test
    void an_empty_array_is_fine() {
        var answer = post(bytes("[ ]"), "Content-Type", "application/json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.accepted()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                | does not begin with [   | 0",
                "[ACT              | ends before its ]       | 0",
                "[ACT,             | ends before its ]       | 1",
                "[ACT,,ACT]        | nothing before          | 1",
                "[ACT,]            | nothing before          | 1",
                "[ACT] ACT         | goes on after its ]     | 1"
            })
    void a_malformed_array_is_refused_and_what_came_whole_is_kept(String body, String told, int kept) {
        var answer = post(bytes(body.replace("ACT", ACT)), "Content-Type", "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains(told, "expected a JSON array");
        assertThat(answer.accepted()).isEqualTo(kept);
        assertThat(clerk.interactions()).hasSize(kept);
    }

    @Test
    void a_line_over_its_limit_is_refused_by_itself() {
        var answer = post(bytes(ACT + "\n{\"x\":\"" + "y".repeat(3 << 20) + "\"}\n" + ACT));

        assertThat(answer.accepted()).isEqualTo(2);
        assertThat(answer.problems())
                .containsExactly("2: the line has more than 1048576 bytes; expected at most that many");
    }

    @Test
    void a_body_that_says_it_is_over_the_limit_is_refused_unread() {
        var answer = post(new byte[(64 << 20) + 1]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.detail()).contains("67108864 bytes");
    }

    @Test
    void a_body_that_is_over_the_limit_once_unpacked_is_refused_and_what_came_before_is_kept() {
        var blank = new byte[1 << 20];
        Arrays.fill(blank, (byte) '\n');
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(acts(1));
            for (int mebibyte = 0; mebibyte < 1_025; mebibyte++) gzip.write(blank);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }

        var answer = post(packed.toByteArray(), "Content-Encoding", "gzip");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.detail()).contains("unpacked", "1073741824 bytes");
        assertThat(answer.accepted()).isEqualTo(1);
        assertThat(clerk.interactions()).hasSize(1);
    }
}
