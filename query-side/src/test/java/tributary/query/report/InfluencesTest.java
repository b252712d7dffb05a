package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.query.report.Influences.By;
import tributary.query.report.Influences.Row;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InfluencesTest { // UMI-1, D-33
    private static final int LP1 = 1;
    private static final int LP2 = 2;
    private static final int UTM = 100;

    private final Influences influences = new Influences(new NamesStub());

    @BeforeEach
    void one_contact_met_two_pages_and_a_utm_value_another_one_page() {
        influences.pair(1, LP1, 0);
        influences.pair(1, LP2, 0);
        influences.pair(1, UTM, 0);
        influences.pair(2, LP2, 0);
    }

    @Test
    void by_asset_each_has_its_contacts_largest_first() {
        assertThat(influences.rows(By.ASSET))
                .containsExactly(
                        new Row("LANDING_PAGE/LP2", "LANDING_PAGE", "Page 2", 2),
                        new Row("LANDING_PAGE/LP1", "LANDING_PAGE", "Page 1", 1),
                        new Row("UTM/utm-100", "UTM", null, 1));
    }

    @Test
    void by_type_of_asset_a_contact_counts_once() {
        assertThat(influences.rows(By.ASSET_TYPE))
                .containsExactly(new Row("LANDING_PAGE", null, null, 2), new Row("UTM", null, null, 1));
    }

    @Test
    void by_contact_each_has_its_assets() {
        assertThat(influences.rows(By.CONTACT))
                .containsExactly(new Row("c1", null, null, 3), new Row("c2", null, null, 1));
    }

    @Test
    void the_total_is_the_number_of_pairs() {
        assertThat(influences.total()).isEqualTo(4);
    }
}
