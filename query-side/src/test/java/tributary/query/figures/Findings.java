package tributary.query.figures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import tributary.attribution.judge.PersonFindings;

/// What somebody, made up at random, may have been found to have done.
final class Findings {
    record Session(long at, int[] campaigns) {}

    record Influence(int campaign, int key, long at) {}

    static final long DAY = 86_400_000_000L;
    static final int CAMPAIGNS = 5;

    final Someone someone;
    final List<Session> sessions = new ArrayList<>();
    final Set<Integer> first = new HashSet<>();
    final Set<Integer> last = new HashSet<>();
    final List<Influence> influences = new ArrayList<>();
    final Map<Integer, Long> revenue = new TreeMap<>();

    Findings(int contact, Random random) {
        someone = new Someone(contact, at(random));
        for (var i = random.nextInt(4); i > 0; i--) sessions.add(new Session(at(random), campaigns(random)));
        for (var i = random.nextInt(3); i > 0; i--) first.add(random.nextInt(CAMPAIGNS));
        for (var i = random.nextInt(3); i > 0; i--) last.add(random.nextInt(CAMPAIGNS));
        var pairs = new HashSet<Long>();
        for (var i = random.nextInt(random.nextInt(10) == 0 ? 80 : 6); i > 0; i--) {
            var campaign = random.nextInt(CAMPAIGNS);
            var key = random.nextInt(20);
            if (pairs.add(campaign * 100L + key)) influences.add(new Influence(campaign, key, at(random)));
        }
        for (var i = random.nextInt(3); i > 0; i--) revenue.put(random.nextInt(CAMPAIGNS), at(random));
    }

    private Findings(int contact) {
        someone = new Someone(contact, 0);
    }

    static Findings nothing(int contact) {
        return new Findings(contact);
    }

    void tell(PersonContribution contribution) {
        contribution.begin(someone);
        tell((PersonFindings) contribution);
        contribution.end();
    }

    private void tell(PersonFindings out) {
        sessions.forEach(session -> out.session(session.at(), session.campaigns(), session.campaigns().length));
        first.forEach(out::firstTouch);
        last.forEach(out::lastTouch);
        influences.forEach(influence -> out.influence(influence.campaign(), influence.key(), influence.at()));
        revenue.forEach(out::revenueSince);
    }

    private static long at(Random random) {
        return random.nextLong(0, 400) * DAY + random.nextLong(0, DAY);
    }

    private static int[] campaigns(Random random) {
        return random.ints(1 + random.nextInt(2), 0, CAMPAIGNS).distinct().toArray();
    }
}
