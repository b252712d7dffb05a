package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.attribution.Doubt;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;
import tributary.attribution.journey.Strand;
import tributary.attribution.journey.Touches;
import tributary.attribution.source.WebAddress;
import tributary.events.Asset;
import tributary.events.Fact;
import tributary.events.Interaction;
import tributary.events.InteractionsRecorded;

/// Folding reads columns and numbers; what comes out is what the records say.
@DisplayNameGeneration(ReplaceUnderscores.class)
class FoldedTouchesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void each_touch_says_what_its_interaction_says(long seed) {
        var told = Told.of(new RandomFacts(seed).facts(500));
        var journeys = told.journeys();
        var seen = 0;

        for (var person = 0; person < journeys.people(); person++) {
            var people = journeys.cursor();
            people.person(person);
            var strand = new Strand();
            for (var i = 0; i < people.strands(); i++) {
                people.strand(i, strand);
                for (var row = strand.from(); row < strand.to(); row++, seen++) {
                    var touches = strand.touches();
                    var act = told.interaction(touches.position(row), touches.line(row));
                    assertThat(said(journeys, touches, row)).isEqualTo(said(journeys, act));
                    assertThat(strand.browser()).isEqualTo(act.visitor() != null);
                }
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_history_that_trickled_in_makes_the_same_journeys_with_the_same_numbers(long seed) {
        var facts = new RandomFacts(seed).facts(500);
        var batched = Told.of(facts);
        var trickled =
                Told.of(facts.stream().flatMap(fact -> singles(fact).stream()).toList());

        assertThat(Portrait.persons(trickled.journeys(), trickled))
                .isEqualTo(Portrait.persons(batched.journeys(), batched));
        assertThat(Portrait.deals(trickled.journeys(), trickled))
                .isEqualTo(Portrait.deals(batched.journeys(), batched));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void folding_while_others_read_gives_the_same_numbers_as_folding_all_at_once(long seed) {
        var told = Told.of(new RandomFacts(seed).facts(500));
        var live = new AccountJourneys(Told.ACCOUNT, told);
        for (var position = 1; position <= told.head(); position++) {
            live.apply(told.at(position));
            live.drain();
        }

        assertThat(Portrait.persons(live, told)).isEqualTo(Portrait.persons(told.journeys(), told));
        assertThat(Portrait.deals(live, told)).isEqualTo(Portrait.deals(told.journeys(), told));
    }

    private static List<Fact> singles(Fact fact) {
        if (!(fact instanceof InteractionsRecorded batch)) return List.of(fact);
        var singles = new ArrayList<Fact>();
        for (var act : batch.interactions())
            singles.add(new InteractionsRecorded(batch.account(), batch.source(), List.of(act)));
        return singles;
    }

    private static List<Object> said(AccountJourneys journeys, Touches touches, int row) {
        var contact = touches.contact(row);
        return List.of(
                touches.at(row),
                Kind.of(touches.kind(row)).name(),
                Doubt.values()[touches.doubt(row)].name(),
                SessionOrigin.values()[touches.origin(row)].name(),
                touches.byAddress(row),
                asset(journeys, touches.asset(row)),
                asset(journeys, touches.page(row)),
                journeys.arrivals().get(touches.arrival(row)),
                contact == Touches.NONE ? "-" : journeys.contactId(contact));
    }

    private static List<Object> said(AccountJourneys journeys, Interaction act) {
        return List.of(
                Micros.of(act.at()),
                act.kind().name(),
                act.bot() == null ? "NONE" : act.bot().name(),
                act.origin() == null ? "NONE" : act.origin().type().name(),
                act.byAddress(),
                asset(act.asset()),
                page(journeys, act),
                WebAddress.arrival(act.url(), act.referrer(), act.keyword()),
                act.contact() == null ? "-" : act.contact().value());
    }

    private static String asset(AccountJourneys journeys, int asset) {
        if (Touches.isByUrl(asset)) return "page of URL " + Touches.url(asset);
        if (asset == Touches.NONE) return "-";
        return journeys.history().typeOf(asset) + "/" + journeys.history().idOf(asset);
    }

    private static String asset(Asset asset) {
        return asset == null ? "-" : asset.type() + "/" + asset.id();
    }

    private static String page(AccountJourneys journeys, Interaction act) {
        if (act.page() != null) return asset(act.page());
        var kind = Kind.valueOf(act.kind().name());
        if (act.url() == null || !kind.inBrowser() || kind == Kind.PAGE_VIEW && act.asset() != null) return "-";
        var url = journeys.history().findUrl(WebAddress.pageKey(act.url()));
        return "page of URL " + url.orElseThrow();
    }
}
