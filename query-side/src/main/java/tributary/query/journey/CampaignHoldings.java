package tributary.query.journey;

import java.util.HashSet;
import java.util.Set;

/// Everything that a campaign ever had, so that touches which met it can be found when the campaign comes or goes.
final class CampaignHoldings {
    private final Set<Integer> assets = new HashSet<>();
    private final Set<String> utms = new HashSet<>();
    private final Set<String> keywords = new HashSet<>();

    void asset(int asset) {
        assets.add(asset);
    }

    void utm(String folded) {
        utms.add(folded);
    }

    void keyword(String folded) {
        keywords.add(folded);
    }

    void mark(Marks marks) {
        assets.forEach(marks::asset);
        utms.forEach(marks::utm);
        keywords.forEach(marks::keyword);
    }
}
