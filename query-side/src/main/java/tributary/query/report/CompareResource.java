package tributary.query.report;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tributary.query.directory.CampaignEntry;
import tributary.query.figures.Figures;

/// What every campaign would be under another rule set, and who makes the difference.
@RestController
class CompareResource {
    private final Reports reports;
    private final ActTexts texts;

    CompareResource(Reports reports, ActTexts texts) {
        this.reports = reports;
        this.texts = texts;
    }

    /// @param campaign id of the only one to look at, with its contacts and deals; `null` for all, without
    @GetMapping("/api/v1/rule-sets/{a}/compare/{b}")
    Map<String, Object> compare(
            @PathVariable String a,
            @PathVariable String b,
            @RequestParam(required = false) String campaign,
            Asked asked) {
        if (campaign == null)
            return reports.compareFigures(
                    asked,
                    a,
                    b,
                    (compared, answer) -> tell(compared, compared.a().campaigns(), answer));
        return reports.compare(asked, a, b, (compared, answer) -> {
            var only = compared.a().campaign(campaign);
            tell(compared, List.of(only), answer);
            var comparison = new Comparison(compared, only.number(), texts);
            answer.put("contacts", comparison.contacts()).put("deals", comparison.deals());
        });
    }

    private static void tell(Compared<?> compared, List<CampaignEntry> campaigns, Fields answer) {
        answer.put(
                        "campaigns",
                        campaigns.stream().map(entry -> told(compared, entry)).toList())
                .put("account", compared.metrics(Figures.ACCOUNT));
    }

    private static Map<String, Object> told(Compared<?> compared, CampaignEntry campaign) {
        return new Fields()
                .put("campaign", campaign.id())
                .put("name", campaign.name())
                .put("metrics", compared.metrics(campaign.number()))
                .asMap();
    }
}
