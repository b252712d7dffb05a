package tributary.attribution.story;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tributary.attribution.judge.CampaignMoments;
import tributary.attribution.judge.ContactFindings;
import tributary.attribution.judge.DealFindings;
import tributary.attribution.judge.DealJudge;
import tributary.attribution.judge.InfluenceKey;
import tributary.attribution.judge.PersonFindings;
import tributary.attribution.judge.PersonJudge;
import tributary.attribution.judge.Premises;

/// What the judge finds in a story, by the names of the story.
public final class Found {
    private final Premises premises;
    private final Journeys journeys;
    private final List<String> modelNames;
    private final Map<String, List<Long>> sessions = new HashMap<>();
    private final Map<String, Set<String>> firstTouch = new HashMap<>();
    private final Map<String, Set<String>> lastTouch = new HashMap<>();
    private final Map<String, Map<String, Long>> pairs = new HashMap<>();
    private final Map<Integer, Map<Integer, Long>> influenced = new HashMap<>();
    private final Map<Integer, Map<Integer, Long>> revenue = new HashMap<>();
    private final Map<String, Integer> closed = new HashMap<>();
    private final Map<String, Long> influencedRevenue = new HashMap<>();
    private final Map<String, Set<String>> revenueContacts = new HashMap<>();
    private final Map<String, Map<String, Long>> attributed = new HashMap<>();
    private final Map<String, Long> unattributed = new HashMap<>();
    private final List<LocalDate> closeDays = new ArrayList<>();

    private Found(Story story) {
        premises = story.premises();
        journeys = story.journeys();
        modelNames = story.rules.modelNames();
        var judge = new PersonJudge(premises);
        for (var person : journeys.persons()) judge.judge(person, new PersonTaker(person.contact()));
        var dealJudge = new DealJudge(premises);
        for (var i = 0; i < story.deals.size(); i++) {
            var deal = story.deals.get(i).deal(i, journeys);
            dealJudge.judge(deal, journeys, new Contacts(), new DealTaker(deal.amountMinor()));
        }
    }

    static Found in(Story story) {
        return new Found(story);
    }

    private String name(int campaign) {
        return premises.catalog().campaignId(campaign);
    }

    private final class PersonTaker implements PersonFindings {
        private final int contact;

        PersonTaker(int contact) {
            this.contact = contact;
        }

        @Override
        public void session(long startedAt, int[] campaigns, int count) {
            for (var i = 0; i < count; i++) {
                sessions.computeIfAbsent(name(campaigns[i]), _ -> new ArrayList<>())
                        .add(startedAt);
            }
        }

        @Override
        public void firstTouch(int campaign) {
            add(firstTouch, campaign);
        }

        @Override
        public void lastTouch(int campaign) {
            add(lastTouch, campaign);
        }

        private void add(Map<String, Set<String>> to, int campaign) {
            var added = to.computeIfAbsent(name(campaign), _ -> new TreeSet<>()).add(journeys.name(contact));
            if (!added) throw new AssertionError("told twice: " + name(campaign));
        }

        @Override
        public void influence(int campaign, int key, long at) {
            var text = journeys.name(contact) + " " + keyText(key);
            var before =
                    pairs.computeIfAbsent(name(campaign), _ -> new TreeMap<>()).put(text, at);
            if (before != null) throw new AssertionError("told twice: " + text);
            influenced.computeIfAbsent(contact, _ -> new HashMap<>()).merge(campaign, at, Math::min);
        }

        @Override
        public void revenueSince(int campaign, long at) {
            revenue.computeIfAbsent(contact, _ -> new HashMap<>()).put(campaign, at);
        }
    }

    private String keyText(int key) {
        var number = InfluenceKey.number(key);
        if (InfluenceKey.isUtm(key)) return "UTM/" + premises.catalog().utmText(number);
        return premises.catalog().typeOf(number) + "/" + premises.catalog().idOf(number);
    }

    private final class Contacts implements ContactFindings {
        @Override
        public void influencedSince(int contact, CampaignMoments into) {
            influenced.getOrDefault(contact, Map.of()).forEach(into::take);
        }

        @Override
        public void revenueSince(int contact, CampaignMoments into) {
            revenue.getOrDefault(contact, Map.of()).forEach(into::take);
        }
    }

    private final class DealTaker implements DealFindings {
        private final long amount;

        DealTaker(long amount) {
            this.amount = amount;
        }

        @Override
        public void won(long wonAt, int closeDay, int[] contacts, int count) {
            closeDays.add(LocalDate.ofEpochDay(closeDay));
        }

        @Override
        public void closed(int campaign, int[] influencedBy, int count) {
            closed.merge(name(campaign), 1, Integer::sum);
            influencedRevenue.merge(name(campaign), amount, Long::sum);
        }

        @Override
        public void revenueContact(int campaign, int contact) {
            revenueContacts
                    .computeIfAbsent(name(campaign), _ -> new TreeSet<>())
                    .add(journeys.name(contact));
        }

        @Override
        public void eligible(long amountMinor) {}

        @Override
        public void attributed(int model, int campaign, long minor) {
            attributed
                    .computeIfAbsent(modelNames.get(model), _ -> new HashMap<>())
                    .merge(name(campaign), minor, Long::sum);
        }

        @Override
        public void credited(int model, long minor, long unattributedMinor) {
            unattributed.merge(modelNames.get(model), unattributedMinor, Long::sum);
        }
    }

    public int sessions(String campaign) {
        return sessions.getOrDefault(campaign, List.of()).size();
    }

    public Set<String> firstTouch(String campaign) {
        return firstTouch.getOrDefault(campaign, Set.of());
    }

    public Set<String> lastTouch(String campaign) {
        return lastTouch.getOrDefault(campaign, Set.of());
    }

    /// Influenced contacts.
    public Set<String> influenced(String campaign) {
        var names = new TreeSet<String>();
        pairs(campaign).keySet().forEach(pair -> names.add(pair.substring(0, pair.indexOf(' '))));
        return names;
    }

    /// `contact TYPE/ID` with the first influence of the pair.
    public Map<String, Long> pairs(String campaign) {
        return pairs.getOrDefault(campaign, Map.of());
    }

    public String influencedAt(String campaign, String contact) {
        var at = influenced.get(journeys.number(contact)).entrySet().stream()
                .filter(entry -> name(entry.getKey()).equals(campaign))
                .findFirst()
                .orElseThrow()
                .getValue();
        return Instant.ofEpochSecond(at / 1_000_000, at % 1_000_000 * 1_000).toString();
    }

    public Set<String> revenueContacts(String campaign) {
        return revenueContacts.getOrDefault(campaign, Set.of());
    }

    public int closedDeals(String campaign) {
        return closed.getOrDefault(campaign, 0);
    }

    public String influencedRevenue(String campaign) {
        return money(influencedRevenue.getOrDefault(campaign, 0L));
    }

    public String attributed(String model, String campaign) {
        return money(attributed.getOrDefault(model, Map.of()).getOrDefault(campaign, 0L));
    }

    public String unattributed(String model) {
        return money(unattributed.getOrDefault(model, 0L));
    }

    public List<LocalDate> closeDays() {
        return closeDays;
    }

    /// Cents as euros.
    public static String money(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }
}
