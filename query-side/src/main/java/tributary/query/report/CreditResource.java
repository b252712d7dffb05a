package tributary.query.report;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tributary.attribution.explain.DealCredit;

/// How a deal's amount is credited, interaction by interaction, and why the rest is left out.
@RestController
class CreditResource {
    /// Most acts that are told as left out; `leftOutTotal` tells how many there are.
    static final int MOST_LEFT_OUT = 1000;

    private final Reports reports;
    private final ActTexts texts;

    CreditResource(Reports reports, ActTexts texts) {
        this.reports = reports;
        this.texts = texts;
    }

    @GetMapping("/api/v1/deals/{deal}/credit")
    Map<String, Object> credit(@PathVariable String deal, Asked asked) {
        return reports.answer(asked, (report, answer) -> {
            var credit = report.credits().apply(report.deal(deal));
            tellDeal(report, credit, answer);
            answer.put(
                            "interactions",
                            credit.interactions().stream()
                                    .map(credited -> told(report, credited))
                                    .toList())
                    .put("leftOut", leftOut(report, credit.leftOut()))
                    .put("leftOutTotal", credit.leftOut().size());
        });
    }

    private static void tellDeal(Report report, DealCredit credit, Fields answer) {
        credit.amountMinor().ifPresent(amount -> answer.put("amount", report.money(amount)));
        answer.put("won", credit.wonAt().isPresent());
        credit.wonAt().ifPresent(wonAt -> answer.put("wonAt", Moment.of(wonAt)));
        answer.put("eligible", credit.eligible())
                .put("reasons", credit.reasons().stream().map(Because::of).toList());
    }

    private Map<String, Object> told(Report report, DealCredit.Credited credited) {
        return texts.of(report)
                .fields(credited.act())
                .put("source", credited.source().name())
                .put("roles", credited.roles().stream().sorted().map(Enum::name).toList())
                .put("weight", credited.weight())
                .put("amount", report.money(credited.amountMinor()))
                .put(
                        "campaigns",
                        credited.campaigns().stream()
                                .map(report.names()::campaign)
                                .toList())
                .asMap();
    }

    private List<Map<String, Object>> leftOut(Report report, List<DealCredit.LeftOut> acts) {
        return acts.stream()
                .limit(MOST_LEFT_OUT)
                .map(left -> texts.of(report)
                        .fields(left.act())
                        .put("reason", left.reason().rule())
                        .put("detail", left.reason().sentence())
                        .asMap())
                .toList();
    }
}
