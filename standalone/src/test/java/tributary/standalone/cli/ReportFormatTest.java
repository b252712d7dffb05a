package tributary.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportFormatTest {
    private static final JsonNode ANSWER = JsonMapper.shared().readTree("""
            {"ruleSet": "2023-09", "model": "LINEAR", "currency": "EUR", "timeZone": "UTC", "from": "2023-01-01",
             "to": "2023-12-31", "position": 7, "sessions": 12, "influencedRevenue": "1234.50"}""");

    @Test
    void a_table_shows_the_metrics_that_there_are() {
        assertThat(ReportFormat.table.render("spring", ANSWER)).isEqualToNormalizingNewlines("""
                Campaign spring, 2023-01-01 to 2023-12-31, rule set 2023-09, model LINEAR, EUR

                Metric                Value
                ------------------  -------
                Sessions                 12
                Influenced revenue  1234.50
                """);
    }

    @Test
    void csv_quotes_what_needs_it() {
        assertThat(ReportFormat.csv.render("spring, \"early\"", ANSWER)).isEqualToNormalizingNewlines("""
                campaign,from,to,ruleSet,model,currency,sessions,influencedRevenue
                "spring, ""early""\",2023-01-01,2023-12-31,2023-09,LINEAR,EUR,12,1234.50
                """);
    }

    @Test
    void json_is_the_answer_itself() {
        assertThat(JsonMapper.shared().readTree(ReportFormat.json.render("spring", ANSWER)))
                .isEqualTo(ANSWER);
    }
}
