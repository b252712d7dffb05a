package tributary.attribution.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tributary.attribution.TrafficSource;
import tributary.attribution.journey.Arrival;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WebAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.example.com/Spring, www.example.com/Spring",
        "http://WWW.Example.COM:8080/Spring/?a=b#c, www.example.com/Spring",
        "https://www.example.com, www.example.com",
        "https://www.example.com/, www.example.com",
        "https://www.example.com?x=/y, www.example.com",
        "//www.example.com/a#/b, www.example.com/a",
        "https://user:secret@www.example.com/a, www.example.com/a",
        "/spring/?x, /spring",
        "android-app://com.example/x, com.example/x"
    })
    void D_16_a_page_is_known_by_host_and_path(String url, String key) {
        assertThat(WebAddress.pageKey(url)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.Google.nl/search?q=x, www.google.nl",
        "https://example.com?x=http://other.com, example.com",
        "https://[::1]:8080/x, [::1]",
        "https://example.com:443, example.com",
        "/x?y=https://example.com, ''",
        "mailto:someone, ''",
        "not an address, ''"
    })
    void the_host_is_lower_case_and_absent_where_there_is_none(String url, String host) {
        assertThat(WebAddress.host(url)).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({
        "?utm_campaign=Spring-Launch, spring-launch",
        "?utm_campaign=spring%2Dlaunch, spring-launch",
        "?a=b&utm_campaign=%20spring+launch%20, spring launch",
        "?utm_campaign=a&utm_campaign=b, a",
        "?utm_campaign=&utm_campaign=b, ''",
        "#?utm_campaign=a, ''",
        "?x#&utm_campaign=a, ''",
        "?UTM_CAMPAIGN=a, ''",
        "?xutm_campaign=a, ''",
        "?utm_campaign=100%, 100%",
        "'', ''"
    })
    void MATCH_8_a_utm_value_is_decoded_trimmed_and_case_folded(String query, String utm) {
        assertThat(WebAddress.arrival("https://www.example.com/x" + query, null, null)
                        .utm())
                .isEqualTo(utm);
    }

    @ParameterizedTest
    @CsvSource({"?utm_term=x, true", "?gclid=1, true", "?a=1&fbclid=2, true", "?a=utm_x, false", "'', false"})
    void a_tagged_url_is_from_outside_without_referrer(String query, boolean tagged) {
        assertThat(WebAddress.arrival("https://www.example.com/x" + query, null, null)
                        .tagged())
                .isEqualTo(tagged);
    }

    @Test
    void D_18_keywords_are_compared_without_case_and_doubled_spaces() {
        assertThat(WebAddress.foldKeyword("  Running \t Shoes ")).isEqualTo("running shoes");
    }

    @Test
    void an_act_without_anything_arrived_unknown() {
        assertThat(WebAddress.arrival(null, null, null)).isEqualTo(Arrival.UNKNOWN);
    }

    /// Rows in the order of the table of interactions.
    @ParameterizedTest(name = "row {0}: {1} from {2} is {3}")
    @CsvSource({
        "1, ?utm_medium=social&utm_source=facebook, '', ORGANIC_SOCIAL",
        "1, ?utm_medium=Social&utm_source=news, https://l.facebook.com/, ORGANIC_SOCIAL",
        "2, ?source=adwords, https://t.co/x, PAID_SEARCH",
        "3, ?gclid=abc&utm_medium=email, '', PAID_SEARCH",
        "4, ?utm_medium=cpc&utm_source=linkedin, '', PAID_SOCIAL",
        "4, ?utm_medium=paid, https://www.instagram.com/, PAID_SOCIAL",
        "4, ?utm_source=paidsocial-x, '', PAID_SOCIAL",
        "5, ?utm_campaign=x, https://www.google.com/, PAID_SEARCH",
        "6, ?utm_medium=cpc&utm_source=google, '', PAID_SEARCH",
        "6, ?utm_campaign=ppc-spring, '', PAID_SEARCH",
        "7, ?utm_medium=email, https://mail.google.com/, EMAIL_MARKETING",
        "7, ?source=email, '', EMAIL_MARKETING",
        "8, ?utm_campaign=x, https://mail.google.com/, OTHER_CAMPAIGNS",
        "8, ?source=x, '', OTHER_CAMPAIGNS",
        "9, '', https://x.com/y, ORGANIC_SOCIAL",
        "9, '', https://plus.google.com/y, ORGANIC_SOCIAL",
        "10, '', https://outlook.live.com/y, DIRECT_TRAFFIC",
        "11, '', https://www.google.co.uk/, ORGANIC_SEARCH",
        "11, '', https://search.brave.com/, ORGANIC_SEARCH",
        "11, '', https://duckduckgo.com/, ORGANIC_SEARCH",
        "13, '', https://netflix.com/, REFERRALS",
        "13, '', https://notgoogle.example/, REFERRALS",
        "14, '', '', DIRECT_TRAFFIC",
        "14, ?fbclid=1, '', DIRECT_TRAFFIC"
    })
    void the_first_row_that_fits_names_the_source(int row, String query, String referrer, TrafficSource source) {
        var arrival =
                WebAddress.arrival("https://www.example.com/x" + query, referrer.isEmpty() ? null : referrer, null);

        assertThat(arrival.source()).isEqualTo(source);
    }
}
