package tributary.attribution.twin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Judges a whole history the slow, obvious way: for each contact, session and deal it looks at everything.
final class Twin {
    private final Account account;
    private final Rules rules;
    private final List<Line> lines;
    private final People people;
    private final Holdings holdings;
    private final Matching matching;
    private final Sessions sessions;
    private final List<Act> acts;
    private final Map<String, Act> firstVisits = new HashMap<>();
    private final Findings found = new Findings();

    private Twin(List<Line> lines, Account opened, Rules rules) {
        this.lines = lines;
        this.rules = rules;
        account = present(opened, lines);
        people = new People(lines);
        holdings = new Holdings(lines);
        matching = new Matching(holdings, rules.keywords());
        acts = people.acts().stream().filter(act -> !account.isBot(act.line())).toList(); // D-12
        sessions = new Sessions(account, holdings, acts);
    }

    /// Everything found in a history under a rule set.
    ///
    /// @param opened the account as it was opened; changes are in the lines
    static Figures judge(List<Line> lines, Account opened, Rules rules) {
        var twin = new Twin(lines, opened, rules);
        twin.findSessions();
        twin.findNewContacts();
        twin.findInfluence();
        twin.findDeals();
        return new Figures(twin.found.sorted(), twin.account);
    }

    /// D-13: the settings now; of several changes the last by `at`.
    static Account present(Account opened, List<Line> lines) {
        var account = opened;
        for (var line : Holdings.inTime(lines)) if (line instanceof Line.AccountChange it) account = it.account();
        return account;
    }

    private void findSessions() {
        for (var session : sessions.all()) {
            var campaigns = new java.util.TreeSet<String>();
            if (!session.isExcluded()) // SES-5
            for (var act : session.acts())
                    if (act.isVisit() && !matching.isOnArticle(act)) // D-15
                    for (var match : matching.of(act))
                            if (countsForSession(session, act, match)) campaigns.add(match.campaign());
            if (!campaigns.isEmpty()) found.sessions().add(new Findings.SessionFound(session.start(), campaigns));
        }
    }

    /// SES-1: (a) by UTM, (b) by content, (c) by a keyword on the first page view of the session.
    private static boolean countsForSession(Session session, Act act, Match match) {
        if (match.is("KEYWORD"))
            return act.equals(
                    session.acts().stream().filter(Act::isVisit).findFirst().orElseThrow());
        return match.is("UTM") || match.isSitePage();
    }

    private void findNewContacts() {
        var touches = new NewContacts(people, matching, sessions, acts);
        for (var contact : people.contacts()) {
            found.created().put(contact, people.creation(contact).at());
            touches.firstVisit(contact).ifPresent(act -> firstVisits.put(contact, act));
            touches.first(contact).forEach(campaign -> found.firstTouch(campaign, contact));
            touches.last(contact).forEach(campaign -> found.lastTouch(campaign, contact));
        }
    }

    private void findInfluence() {
        for (var act : acts) {
            var contact = people.actor(act);
            if (contact == null) continue; // INFL-5: until identified
            var isFirstVisit = act.equals(firstVisits.get(contact));
            for (var match : matching.of(act)) {
                if (rules.influences(act, match, isFirstVisit, holdings))
                    found.influence(match.campaign(), contact, match.thing().key(), act.at());
                if (rules.makesRevenue(act, match, matching.page(act)))
                    found.revenue(match.campaign(), contact, act.at());
            }
        }
    }

    private void findDeals() {
        var credited =
                acts.stream().filter(act -> Rules.isCredited(act, account)).toList();
        var wins = new Wins(account, new Rates(lines), people, matching, found, credited);
        for (var deal : new Deals(lines).all(people))
            if (deal.wonAt() != null) found.deals().put(deal.id(), wins.judge(deal));
    }

    /// Names in history that an outsider can choose campaigns from.
    static List<String> campaigns(List<Line> lines) {
        return new ArrayList<>(new Holdings(lines).living());
    }
}
