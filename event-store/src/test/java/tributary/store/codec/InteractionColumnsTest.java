package tributary.store.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.events.ContactId;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.InteractionsRecorded;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InteractionColumnsTest {
    private final BatchCodec codec = new BatchCodec();

    @Test
    void columns_say_what_records_say() {
        var random = new Random(11);
        for (int size : new int[] {1, 5, 8, 9, 700}) {
            var batch = batch(random, size);
            var columns = codec.decodeColumns(codec.encode(batch));

            assertThat(IntStream.range(0, columns.size())
                            .mapToObj(line -> told(columns, line))
                            .toList())
                    .isEqualTo(batch.interactions().stream()
                            .map(InteractionColumnsTest::told)
                            .toList());
            assertThat(columns.interaction(size - 1))
                    .isEqualTo(batch.interactions().getLast());
        }
    }

    @Test
    void a_batch_is_the_same_columns_before_it_is_stored() {
        var batch = batch(new Random(12), 100);
        var columns = InteractionColumns.of(batch);

        assertThat(IntStream.range(0, 100).mapToObj(columns::interaction).toList())
                .isEqualTo(batch.interactions());
    }

    @Test
    void each_different_text_is_there_once() {
        var same = Samples.pageView("browser", "a");
        var columns = InteractionColumns.of(new InteractionsRecorded(
                Samples.ACME, "token-1", List.of(same, Samples.pageView("another", "b"), same)));

        assertThat(columns.visitor().different()).isEqualTo(2);
        assertThat(columns.visitor().number(2)).isEqualTo(columns.visitor().number(0));
    }

    @Test
    void bytes_that_were_cut_off_are_refused() {
        var bytes = codec.encode(batch(new Random(13), 3));
        for (int length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> codec.decodeColumns(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String told(InteractionColumns columns, int line) {
        return columns.atMicros(line) + " " + text(columns.kind(), line) + " " + text(columns.visitor(), line) + " "
                + text(columns.contact(), line) + " " + columns.byAddress(line) + " " + text(columns.asset(), line)
                + " " + text(columns.page(), line) + " " + text(columns.url(), line) + " "
                + text(columns.referrer(), line) + " " + text(columns.keyword(), line) + " "
                + text(columns.origin(), line) + " " + text(columns.bot(), line);
    }

    private static String text(TextColumn column, int line) {
        return column.number(line) == TextColumn.ABSENT ? null : column.text(column.number(line));
    }

    private static String told(Interaction act) {
        return (act.at().getEpochSecond() * 1_000_000 + act.at().getNano() / 1_000) + " " + act.kind() + " "
                + act.visitor() + " "
                + (act.contact() == null ? null : act.contact().value()) + " "
                + act.byAddress() + " " + (act.asset() == null ? null : Texts.of(act.asset())) + " "
                + (act.page() == null ? null : Texts.of(act.page())) + " " + act.url() + " " + act.referrer() + " "
                + act.keyword() + " " + (act.origin() == null ? null : Texts.of(act.origin())) + " " + act.bot();
    }

    private static InteractionsRecorded batch(Random random, int size) {
        return new InteractionsRecorded(
                Samples.ACME,
                "token-1",
                IntStream.range(0, size).mapToObj(_ -> any(random)).toList());
    }

    private static Interaction any(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Samples.full();
            case 1 -> Samples.bare();
            case 2 -> Samples.pageView("browser-" + random.nextInt(300), "line " + random.nextInt());
            default ->
                new Interaction(
                        Samples.AT.plusMillis(random.nextInt(-100_000, 100_000)),
                        InteractionKind.values()[random.nextInt(InteractionKind.values().length)],
                        null,
                        new ContactId("contact-é" + random.nextInt(200)),
                        random.nextBoolean(),
                        null,
                        null,
                        null,
                        null,
                        "schöne schuhe " + random.nextInt(200),
                        null,
                        null,
                        null,
                        null);
        };
    }
}
