package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.events.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PageTest {
    private static final List<Cursor> ENTRIES =
            List.of(new Cursor(2, "a"), new Cursor(1, "b"), new Cursor(1, "a~1"), new Cursor(-3, "z"));

    @Test
    void entries_come_by_order_then_by_id() {
        assertThat(page(Page.of(null, null)).results())
                .containsExactly(new Cursor(-3, "z"), new Cursor(1, "a~1"), new Cursor(1, "b"), new Cursor(2, "a"));
    }

    @Test
    void a_page_goes_on_after_the_one_before() {
        var first = page(Page.of("2", null));
        var second = page(Page.of("2", first.next().toString()));

        assertThat(first.results()).containsExactly(new Cursor(-3, "z"), new Cursor(1, "a~1"));
        assertThat(second.results()).containsExactly(new Cursor(1, "b"), new Cursor(2, "a"));
        assertThat(second.next()).isNull();
    }

    @Test
    void entries_that_are_in_order_of_time_keep_the_order_they_have_within_an_instant() {
        var ordered = List.of(new Cursor(1, "z"), new Cursor(2, "b"), new Cursor(2, "a"), new Cursor(3, "c"));
        var first = Page.of("2", null).cutInOrder(ordered, place -> place);
        var second = Page.of("2", first.next().toString()).cutInOrder(ordered, place -> place);

        assertThat(first.results()).containsExactly(new Cursor(1, "z"), new Cursor(2, "b"));
        assertThat(second.results()).containsExactly(new Cursor(2, "a"), new Cursor(3, "c"));
        assertThat(second.next()).isNull();
        assertThat(Page.of(null, "2~gone").cutInOrder(ordered, place -> place).results())
                .containsExactly(new Cursor(3, "c"));
    }

    @Test
    void pages_one_after_the_other_show_each_entry_once_and_in_order() {
        var random = new Random(7);
        var entries = new ArrayList<Cursor>();
        for (var i = 0; i < 500; i++) entries.add(new Cursor(random.nextInt(60), "contact-" + i));
        var shown = new ArrayList<Cursor>();
        for (var page = Page.of("7", null); page != null; ) {
            var chosen = new Chosen<Cursor>(page, place -> place);
            for (var entry : entries) if (chosen.mayTake(entry.order())) chosen.take(entry);
            var cut = chosen.cut();
            assertThat(cut.results()).hasSizeLessThanOrEqualTo(7);
            shown.addAll(cut.results());
            page = cut.next() == null ? null : Page.of("7", cut.next().toString());
        }

        assertThat(shown).containsExactlyElementsOf(entries.stream().sorted().toList());
    }

    @Test
    void the_last_page_has_no_paging() {
        var fields = new Fields();
        page(Page.of("4", null)).into(fields, "results", entry -> entry);

        assertThat(fields.asMap()).containsOnlyKeys("results");
    }

    @Test
    void a_page_with_another_after_it_names_where_it_begins() {
        var fields = new Fields();
        page(Page.of("3", null)).into(fields, "results", entry -> entry);

        assertThat(fields.asMap().get("paging")).hasToString("{next={after=1~b}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "many", ""})
    void other_sizes_are_refused(String limit) {
        assertThatThrownBy(() -> Page.of(limit, null))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessage("limit is \"" + limit + "\"; 1 to 1000 would be accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "x~c1", "~c1"})
    void a_place_that_no_page_named_is_refused(String after) {
        assertThatThrownBy(() -> Page.of(null, after))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("after is \"" + after + "\"");
    }

    private static Page.Cut<Cursor> page(Page page) {
        return page.cut(Stream.of(ENTRIES.toArray(Cursor[]::new)), entry -> entry);
    }
}
