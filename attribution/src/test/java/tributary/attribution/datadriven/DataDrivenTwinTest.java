package tributary.attribution.datadriven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/// Random paths, compared with the definitions word by word: conversions with and without each campaign by walking
/// on until next to nobody is on the way, Shapley values over all coalitions.
class DataDrivenTwinTest {
    private static final int CAMPAIGNS = 6;

    @Property(tries = 300)
    @Label("removal effects are those of walking the paths without a campaign")
    void walking(@ForAll long seed) {
        var told = told(new Random(seed));
        var chain = new MarkovChain(Told.paths(told), Told.ID);
        var twin = new WalkingTwin(told);
        assertThat(chain.conversion()).isCloseTo(twin.conversion(WalkingTwin.NOBODY), within(1e-9));
        for (var state = 0; state < chain.size(); state++)
            assertThat(chain.removalEffect(state) / MarkovChain.UNIT)
                    .isCloseTo(twin.removalEffect(Told.ID.apply(chain.campaigns()[state])), within(1e-9));
    }

    @Property(tries = 300)
    @Label("equal parts are the Shapley values over all coalitions, to the cents that cannot be parted")
    void coalitions(@ForAll long seed) {
        var told = told(new Random(seed));
        var shares = CampaignShares.shapley(Told.paths(told), Told.ID);
        for (var campaign = 0; campaign < CAMPAIGNS; campaign++)
            assertThat((double) shares.of(campaign))
                    .isCloseTo(CoalitionsTwin.value(told, campaign, CAMPAIGNS), within((double) told.size()));
        assertThat(shares.total()).isEqualTo(Told.paths(told).creditable());
    }

    @Property(tries = 100)
    @Label("in what order paths come, and how campaigns are numbered, does not matter")
    void order(@ForAll long seed) {
        var random = new Random(seed);
        var told = told(random);
        var shuffled = new ArrayList<>(told);
        Collections.shuffle(shuffled, random);
        var renamed = shuffled.stream().map(DataDrivenTwinTest::renumbered).toList();
        var markov = CampaignShares.markov(Told.paths(told), Told.ID);
        var shapley = CampaignShares.shapley(Told.paths(told), Told.ID);
        var otherMarkov = CampaignShares.markov(Told.paths(renamed), DataDrivenTwinTest::renamed);
        var otherShapley = CampaignShares.shapley(Told.paths(renamed), DataDrivenTwinTest::renamed);
        IntStream.range(0, CAMPAIGNS).forEach(campaign -> {
            assertThat(otherMarkov.of(CAMPAIGNS - 1 - campaign)).isEqualTo(markov.of(campaign));
            assertThat(otherShapley.of(CAMPAIGNS - 1 - campaign)).isEqualTo(shapley.of(campaign));
        });
        assertThat(markov.total()).isEqualTo(Told.paths(told).creditable());
    }

    private static String renamed(int number) {
        return Told.ID.apply(CAMPAIGNS - 1 - number);
    }

    private static Told.Path renumbered(Told.Path path) {
        var letters = path.campaigns()
                .chars()
                .map(letter -> 'A' + CAMPAIGNS - 1 - (letter - 'A'))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return new Told.Path(letters.toString(), path.minor());
    }

    private static List<Told.Path> told(Random random) {
        var told = new ArrayList<Told.Path>();
        for (var path = random.nextInt(20); path > 0; path--) {
            var campaigns = new StringBuilder();
            for (var step = random.nextInt(6); step > 0; step--)
                campaigns.append((char) ('A' + random.nextInt(CAMPAIGNS)));
            told.add(new Told.Path(campaigns.toString(), random.nextBoolean() ? random.nextLong(1, 100_000) : null));
        }
        return told;
    }
}
