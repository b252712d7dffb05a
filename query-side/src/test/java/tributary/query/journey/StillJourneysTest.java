package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.attribution.columns.UnreadableColumnsException;
import tributary.events.AccountId;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StillJourneysTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void journeys_written_and_read_anywhere_go_on_as_if_all_facts_had_been_folded(long seed) {
        var told = Told.of(new RandomFacts(seed).facts(600));
        var random = new Random(seed);
        var journeys = new AccountJourneys(Told.ACCOUNT, told);
        var whole = new AccountJourneys(Told.ACCOUNT, told);
        var restored = 0;

        for (var position = 1; position <= told.head(); position++) {
            journeys.apply(told.at(position));
            whole.apply(told.at(position));
            if (random.nextInt(10) == 0) journeys.drain();
            if (random.nextInt(30) == 0) journeys.compact();
            if (random.nextInt(40) > 0) continue;
            journeys = restored(written(journeys), told);
            restored++;
            assertAlike(journeys, whole, told);
        }

        assertThat(restored).isGreaterThan(1);
        assertAlike(journeys, whole, told);
    }

    /// By number, so that numbers are the same too.
    private static void assertAlike(AccountJourneys journeys, AccountJourneys whole, Told told) {
        journeys.drain();
        whole.drain();
        assertThat(journeys.position()).isEqualTo(whole.position());
        assertThat(journeys.touches()).isEqualTo(whole.touches());
        assertThat(Portrait.of(journeys, told)).isEqualTo(Portrait.of(whole, told));
        assertThat(Portrait.persons(journeys, told)).isEqualTo(Portrait.persons(whole, told));
        assertThat(Portrait.deals(journeys, told)).isEqualTo(Portrait.deals(whole, told));
        assertThat(Described.of(journeys)).isEqualTo(Described.of(whole));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_changes_after_the_snapshot_is_marked_as_it_is_without_one(long seed) {
        var told = Told.of(new RandomFacts(seed).facts(600));
        var half = told.head() / 2;
        var whole = new AccountJourneys(Told.ACCOUNT, told);
        for (var position = 1; position <= half; position++) whole.apply(told.at(position));
        var restored = restored(written(whole), told);
        restored.drain();

        for (var position = half + 1; position <= told.head(); position++) {
            restored.apply(told.at(position));
            whole.apply(told.at(position));
            assertThat(marked(restored.drain())).isEqualTo(marked(whole.drain()));
        }
    }

    private static List<Integer> marked(Changes changes) {
        var marked = new ArrayList<Integer>();
        changes.persons(marked::add);
        marked.add(-1);
        changes.deals(marked::add);
        return marked;
    }

    @Test
    void what_is_written_is_how_it_was_though_facts_come_meanwhile() {
        var told = Told.of(new RandomFacts(7).facts(2_000));
        var journeys = new AccountJourneys(Told.ACCOUNT, told);
        for (var position = 1; position <= told.head() / 2; position++) journeys.apply(told.at(position));
        var expected = written(journeys);

        var still = journeys.still();
        for (var position = told.head() / 2 + 1; position <= told.head(); position++) {
            journeys.apply(told.at(position));
            journeys.drain();
        }
        journeys.compact();

        assertThat(pieces(still)).usingRecursiveComparison().isEqualTo(expected);
        journeys.goOn();
        assertAlike(journeys, told.journeys(), told);
    }

    @Test
    void strands_in_which_nobody_acted_make_the_same_pieces_as_before() {
        var told = Told.of(new CrowdOfBrowsers().facts());
        var journeys = told.journeys();
        var before = written(journeys);

        journeys.apply(told.tell(new CrowdOfBrowsers().anotherActOfTheFirst()));
        var after = written(journeys);

        var alike = after.stream()
                .filter(piece -> before.stream().anyMatch(old -> java.util.Arrays.equals(old, piece)))
                .count();
        assertThat(after.size() - alike).isLessThanOrEqualTo(2);
        assertThat(alike).isGreaterThanOrEqualTo(3);
    }

    @Test
    void what_another_version_wrote_is_refused() {
        var told = Told.of(new RandomFacts(1).facts(10));
        var pieces = written(told.journeys());
        var version = pieces.getFirst();
        version[1 + "tributary journeys".length()] = 2 * 50;

        assertThatThrownBy(() -> restored(pieces, told))
                .isInstanceOf(UnreadableColumnsException.class)
                .hasMessage("version 50 is not known; expected 1");
    }

    @Test
    void what_belongs_to_another_account_or_is_cut_off_is_refused() {
        var told = Told.of(new RandomFacts(1).facts(10));
        var pieces = written(told.journeys());

        assertThatThrownBy(() -> AccountJourneys.restored(new AccountId("globex"), told, Hands.ONE, pieces.iterator()))
                .isInstanceOf(UnreadableColumnsException.class);
        assertThatThrownBy(() -> restored(pieces.subList(0, pieces.size() - 1), told))
                .isInstanceOf(UnreadableColumnsException.class);
    }

    static List<byte[]> written(AccountJourneys journeys) {
        journeys.drain();
        var pieces = pieces(journeys.still());
        journeys.goOn();
        return pieces;
    }

    private static List<byte[]> pieces(StillJourneys still) {
        var pieces = new ArrayList<byte[]>();
        still.write(pieces::add);
        return pieces;
    }

    static AccountJourneys restored(List<byte[]> pieces, Told told) {
        Iterator<byte[]> each = pieces.iterator();
        return AccountJourneys.restored(Told.ACCOUNT, told, Hands.ONE, each);
    }

    static String text(List<byte[]> pieces) {
        var text = new StringBuilder();
        for (var piece : pieces) text.append(new String(piece, StandardCharsets.ISO_8859_1));
        return text.toString();
    }
}
