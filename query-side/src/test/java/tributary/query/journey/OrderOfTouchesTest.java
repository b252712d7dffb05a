package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.journey.Strand;
import tributary.events.Asset;
import tributary.events.AssetType;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.InteractionsRecorded;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderOfTouchesTest {
    private static final Asset PAGE = new Asset(AssetType.LANDING_PAGE, "b");

    @Test
    void acts_of_one_instant_are_ordered_by_what_they_are_D_10() {
        var inOrder = List.of(
                act(InteractionKind.PAGE_VIEW, null, null, null, "9"),
                act(InteractionKind.PAGE_VIEW, null, null, "https://a.example/", "8"),
                act(InteractionKind.PAGE_VIEW, null, new Asset(AssetType.SITE_PAGE, "a"), null, "7"),
                act(InteractionKind.PAGE_VIEW, new Asset(AssetType.LANDING_PAGE, "a"), PAGE, null, "6"),
                act(InteractionKind.PAGE_VIEW, PAGE, null, "https://b.example/", "5"),
                act(InteractionKind.PAGE_VIEW, PAGE, null, "https://c.example/", "3"),
                act(InteractionKind.PAGE_VIEW, PAGE, null, "https://c.example/", "4"),
                act(InteractionKind.PAGE_VIEW, PAGE, PAGE, null, "2"),
                act(InteractionKind.PAGE_VIEW, new Asset(AssetType.SITE_PAGE, "a"), null, null, "1"),
                act(InteractionKind.FORM_SUBMISSION, null, null, null, "0"));

        for (var seed = 0; seed < 50; seed++) {
            var shuffled = new ArrayList<>(inOrder);
            Collections.shuffle(shuffled, new Random(seed));
            var told = Told.of(List.of(new InteractionsRecorded(Told.ACCOUNT, "key", shuffled)));
            assertThat(onlyStrand(told)).containsExactly("9", "8", "7", "6", "5", "3", "4", "2", "1", "0");
        }
    }

    private static Interaction act(InteractionKind kind, Asset asset, Asset page, String url, String line) {
        return new Interaction(
                Story.minute(0), kind, "v", null, false, asset, page, url, null, null, null, null, null, line);
    }

    private static List<String> onlyStrand(Told told) {
        var strand = new Strand();
        told.journeys().cursor().person(0).strand(0, strand);
        return IntStream.range(strand.from(), strand.to())
                .mapToObj(row -> told.interaction(
                                strand.touches().position(row), strand.touches().line(row))
                        .line())
                .toList();
    }

    @Test
    void one_browser_with_two_hundred_thousand_touches_in_any_order_is_put_in_order() {
        var minutes = new ArrayList<>(IntStream.range(0, 200_000).boxed().toList());
        Collections.shuffle(minutes, new Random(1));
        var told = new Told();
        var journeys = new AccountJourneys(Told.ACCOUNT, told);
        for (var from = 0; from < minutes.size(); from += 1_000) {
            var acts = minutes.subList(from, from + 1_000).stream()
                    .map(minute -> new Interaction(
                            Story.minute(minute),
                            InteractionKind.OTHER,
                            "v",
                            null,
                            false,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null))
                    .toList();
            journeys.apply(told.tell(new InteractionsRecorded(Told.ACCOUNT, "key", acts)));
            if (from % 50_000 == 0) journeys.drain();
        }
        journeys.drain();
        journeys.compact();

        var strand = new Strand();
        journeys.cursor().person(0).strand(0, strand);
        assertThat(strand.to() - strand.from()).isEqualTo(200_000);
        for (var i = 0; i < 200_000; i++) {
            assertThat(strand.touches().at(strand.from() + i)).isEqualTo(Story.micros(i));
        }
    }
}
