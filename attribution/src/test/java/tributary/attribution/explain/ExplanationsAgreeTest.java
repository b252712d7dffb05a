package tributary.attribution.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.attribution.journey.Touches;
import tributary.attribution.rules.RuleSet;
import tributary.attribution.story.Found;
import tributary.attribution.story.Journeys;
import tributary.attribution.story.RandomStory;
import tributary.attribution.story.Rules;
import tributary.attribution.story.Story;

/// Explanations and figures of random histories say the same.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExplanationsAgreeTest {
    private static final int STORIES = 60;

    private static RuleSet rules(String name) {
        return name.equals("taking back")
                ? Rules.like("2023-09").removedAssetsKeepCounting(false).build()
                : RuleSet.of(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-09", "2024-11", "taking back"})
    void why_a_contact_counts_agrees_with_whether_it_is_counted(String name) {
        var counted = 0;
        for (var seed = 0; seed < STORIES; seed++) {
            var story = RandomStory.of(seed);
            story.rules = rules(name);
            counted += compareWhy(seed, story);
        }
        assertThat(counted).as("the random histories are telling").isGreaterThan(STORIES);
    }

    private static int compareWhy(int seed, Story story) {
        var found = story.found();
        var journeys = story.journeys();
        var explainer = new WhyExplainer(story.premises());
        var deals = story.deals(journeys);
        var counted = 0;
        for (var person : journeys.persons()) {
            if (person.contact() == Touches.NONE) continue;
            for (var campaign : Set.of("A", "B")) {
                var mine = deals.stream()
                        .filter(deal -> contains(deal.contacts(), person.contact()))
                        .toList();
                var why = explainer.explain(person, story.campaign(campaign), mine);
                for (var metric : why.metrics().keySet()) {
                    var expected = counted(metric, found, campaign).contains(journeys.name(person.contact()));
                    var answer = why.metrics().get(metric);
                    assertThat(answer.counted())
                            .as(
                                    "story %s, %s of %s for %s: %s",
                                    seed, metric, journeys.name(person.contact()), campaign, answer)
                            .isEqualTo(expected);
                    assertThat(answer.reasons().isEmpty()).isEqualTo(expected);
                    if (expected) counted++;
                }
            }
        }
        return counted;
    }

    private static boolean contains(int[] contacts, int contact) {
        for (var one : contacts) if (one == contact) return true;
        return false;
    }

    private static Set<String> counted(ContactMetric metric, Found found, String campaign) {
        return switch (metric) {
            case NEW_CONTACTS_FIRST_TOUCH -> found.firstTouch(campaign);
            case NEW_CONTACTS_LAST_TOUCH -> found.lastTouch(campaign);
            case INFLUENCED_CONTACTS -> found.influenced(campaign);
            case REVENUE_CONTACTS -> found.revenueContacts(campaign);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-09", "2024-11", "taking back"})
    void the_credit_of_deals_agrees_with_attributed_revenue(String name) {
        for (var seed = 0; seed < STORIES; seed++) {
            var story = RandomStory.of(seed);
            story.rules = rules(name);
            var found = story.found();
            for (var model = 0; model < story.rules.models().size(); model++) {
                var credit = credit(story, model);
                var modelName = story.rules.modelNames().get(model);
                for (var campaign : Set.of("A", "B")) {
                    assertThat(Found.money(credit.getOrDefault(story.campaign(campaign), 0L)))
                            .as("story %s, %s, %s", seed, modelName, campaign)
                            .isEqualTo(found.attributed(modelName, campaign));
                }
            }
        }
    }

    /// Parts by campaign.
    private static Map<Integer, Long> credit(Story story, int model) {
        var sums = new HashMap<Integer, Long>();
        Journeys journeys = story.journeys();
        var explainer = new CreditExplainer(story.premises());
        for (var deal : story.deals(journeys)) {
            var credit = explainer.explain(deal, journeys, model);
            var total = 0L;
            for (var part : credit.interactions()) {
                total += part.amountMinor();
                for (var campaign : part.campaigns()) sums.merge(campaign, part.amountMinor(), Long::sum);
            }
            if (!credit.interactions().isEmpty()) assertThat(total).isEqualTo(deal.amountMinor());
        }
        return sums;
    }
}
