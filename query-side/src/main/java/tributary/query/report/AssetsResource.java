package tributary.query.report;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tributary.query.directory.AssociatedAsset;

/// The assets that a campaign has or had, each with its own history in the range (A4).
@RestController
class AssetsResource {
    private final Reports reports;

    AssetsResource(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/api/v1/campaigns/{campaign}/assets")
    Map<String, Object> assets(@PathVariable String campaign, Asked asked) {
        return reports.answer(asked, (report, answer) -> {
            var held = report.directory().assets(report.campaign(campaign).number());
            var histories = histories(report, held);
            answer.put("assets", held.stream().map(one -> told(one, histories)).toList());
        });
    }

    private static AssetHistories histories(Report report, List<AssociatedAsset> held) {
        var assets = held.stream().mapToInt(one -> one.asset().number()).toArray();
        var histories = new AssetHistories(report.view().premises(), report.range(), assets);
        Strands.each(report.journeys(), histories::count);
        return histories;
    }

    private static Map<String, Object> told(AssociatedAsset held, AssetHistories histories) {
        var asset = held.asset();
        return new Fields()
                .put("key", asset.key())
                .put("type", asset.type().name())
                .put("id", asset.id())
                .put("name", asset.name())
                .put("associatedAt", held.associatedAt().toString())
                .put("removedAt", held.removedAt().map(Object::toString))
                .putAll(histories.of(asset.number()))
                .asMap();
    }
}
