package tributary.attribution.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tributary.attribution.rules.CreditModel;
import tributary.attribution.rules.Milestone;
import tributary.attribution.rules.RuleSet;

/// What holds for every path, model and amount (docs/rules.md, invariant 5).
class SplitPropertiesTest {
    private static final long WON = Duration.ofDays(20_000).toNanos() / 1_000;

    @Provide
    Arbitrary<CreditModel> models() {
        return Arbitraries.of(RuleSet.of("2023-09").models().stream()
                .map(named -> named.model())
                .toList());
    }

    @Provide
    Arbitrary<Path> paths() {
        var days = Arbitraries.integers().between(0, 15_000).list().ofMinSize(1).ofMaxSize(40);
        return days.flatMap(list -> Arbitraries.integers()
                .between(-1, list.size() - 1)
                .list()
                .ofSize(2)
                .map(places -> path(list, places.get(0), places.get(1))));
    }

    private static Path path(List<Integer> daysBefore, int lead, int deal) {
        var at = daysBefore.stream()
                .mapToLong(day -> WON - day * 86_400_000_000L)
                .sorted()
                .toArray();
        return new Path(at, at.length, lead, deal, WON);
    }

    @Property
    void parts_add_up_to_the_amount(
            @ForAll("paths") Path path, @ForAll("models") CreditModel model, @ForAll long amount) {
        if (amount == Long.MIN_VALUE) return;
        var parts = new long[path.length()];

        new Split(model, Milestone.CLOSE).split(path, amount, parts);

        assertThat(Arrays.stream(parts).sum()).isEqualTo(amount);
        assertThat(Arrays.stream(parts).allMatch(part -> part == 0 || part > 0 == amount > 0))
                .isTrue();
    }

    @Property
    void a_part_is_its_share_of_the_amount_rounded_up_or_down(
            @ForAll("paths") Path path, @ForAll("models") CreditModel model) {
        var split = new Split(model, Milestone.DEAL);
        var parts = new long[path.length()];

        split.split(path, 1_000_003, parts);

        var shares = split.shares(path);
        for (var place = 0; place < parts.length; place++) {
            assertThat(Math.abs(parts[place] - shares[place] * 1_000_003)).isLessThan(1.000_001);
        }
    }
}
