package tributary.store.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.events.Asset;
import tributary.events.AssetType;
import tributary.events.Bot;
import tributary.events.ContactId;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.InteractionsRecorded;
import tributary.events.Origin;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchCodecTest {
    private final BatchCodec codec = new BatchCodec();

    @Test
    void every_component_of_every_interaction_survives() {
        var random = new Random(7);
        for (int size : new int[] {1, 2, 7, 8, 9, 1000, 3000}) {
            var interactions = new ArrayList<Interaction>();
            for (int i = 0; i < size; i++) interactions.add(any(random));
            var batch = new InteractionsRecorded(Samples.ACME, "token-1", interactions);

            assertThat(codec.decode(codec.encode(batch))).isEqualTo(batch);
        }
    }

    @Test
    void each_kind_bot_asset_type_and_origin_survives() {
        var interactions = new ArrayList<Interaction>();
        for (var kind : InteractionKind.values()) interactions.add(with(kind, null, null, null));
        for (var bot : Bot.values()) interactions.add(with(InteractionKind.OTHER, bot, null, null));
        for (var type : AssetType.values())
            interactions.add(with(InteractionKind.OTHER, null, new Asset(type, "a/b/c"), null));
        for (var type : Origin.Type.values())
            interactions.add(with(InteractionKind.OTHER, null, null, new Origin(type, null)));
        var batch = new InteractionsRecorded(Samples.ACME, "token-1", interactions);

        assertThat(codec.decode(codec.encode(batch))).isEqualTo(batch);
    }

    @Test
    void another_version_is_refused_by_its_number() {
        assertThatThrownBy(() -> codec.decode(new byte[] {9, 0, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown version 9");
    }

    @Test
    void bytes_that_were_cut_off_or_altered_are_refused() {
        var bytes = codec.encode(new InteractionsRecorded(
                Samples.ACME, "token-1", List.of(Samples.full(), Samples.bare(), Samples.pageView("b", "l"))));
        for (int length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> codec.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        bytes[bytes.length / 2] ^= 0x55;
        assertThatThrownBy(() -> codec.decode(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Interaction any(Random random) {
        return new Interaction(
                Samples.AT.plusNanos(random.nextLong(-1L << 50, 1L << 50) / 1000 * 1000),
                InteractionKind.values()[random.nextInt(InteractionKind.values().length)],
                text(random, "browser-"),
                maybe(random) ? new ContactId("c" + random.nextInt(300)) : null,
                random.nextBoolean(),
                asset(random),
                asset(random),
                text(random, "https://example.com/"),
                text(random, "https://elsewhere.example/"),
                text(random, "schöne schuhe "),
                maybe(random) ? new Origin(Origin.Type.WORKFLOW, asset(random)) : null,
                maybe(random) ? Bot.APPLE_PRIVACY : null,
                text(random, ""),
                text(random, "line "));
    }

    private static boolean maybe(Random random) {
        return random.nextInt(3) > 0;
    }

    private static String text(Random random, String start) {
        return maybe(random) ? start + random.nextInt(400) : null;
    }

    private static Asset asset(Random random) {
        return maybe(random)
                ? new Asset(AssetType.values()[random.nextInt(AssetType.values().length)], "id" + random.nextInt(40))
                : null;
    }

    private static Interaction with(InteractionKind kind, Bot bot, Asset asset, Origin origin) {
        return new Interaction(
                Samples.AT, kind, null, null, false, asset, null, null, null, null, origin, bot, null, null);
    }
}
