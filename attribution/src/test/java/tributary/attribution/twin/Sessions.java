package tributary.attribution.twin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Cuts what people did in browsers into sessions (SES-2 to SES-8, D-11, D-12, D-14).
final class Sessions {
    private static final Duration GAP = Duration.ofMinutes(30);

    private final Account account;
    private final Holdings holdings;
    private final List<Session> sessions = new ArrayList<>();

    /// @param acts of people, not bots (D-12), in the order of D-10
    Sessions(Account account, Holdings holdings, List<Act> acts) {
        this.account = account;
        this.holdings = holdings;
        var web = acts.stream().filter(Act::inBrowser).toList();
        for (var act : web) if (act.visitor() == null) sessions.add(new Session(null, List.of(act))); // SES-8
        web.stream()
                .map(Act::visitor)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .forEach(visitor -> cut(visitor, web));
    }

    private void cut(String visitor, List<Act> web) {
        Session running = null;
        for (var act : web) {
            if (!visitor.equals(act.visitor())) continue;
            if (running == null || begins(act, running)) {
                running = new Session(visitor, new ArrayList<>());
                sessions.add(running);
            }
            running.acts().add(act);
        }
    }

    private boolean begins(Act act, Session running) {
        if (Duration.between(running.last().at(), act.at()).compareTo(GAP) >= 0) return true; // SES-2
        return isFromOutside(act) && !arrival(act).equals(arrival(running.first())); // SES-3
    }

    /// What SES-3 and D-11 compare.
    private List<String> arrival(Act act) {
        var url = Url.of(act.line().url());
        return List.of(
                Source.of(act.line().url(), act.line().referrer(), isInternal(act)),
                url == null ? "" : url.parameter("utm_campaign"),
                Url.host(act.line().referrer()));
    }

    /// docs/api.md section 3, "outside".
    private boolean isFromOutside(Act act) {
        if (!act.is("PAGE_VIEW")) return false;
        var url = Url.of(act.line().url());
        if (Url.host(act.line().referrer()).isEmpty()) return url != null && url.isTagged();
        return !isInternal(act);
    }

    private boolean isInternal(Act act) {
        var from = Url.host(act.line().referrer());
        if (from.isEmpty()) return false;
        return from.equals(ownHost(act))
                || account.siteDomains().stream().anyMatch(domain -> Url.isWithin(from, domain));
    }

    /// D-11: a hit without `url` has the host of its page's described URL.
    private String ownHost(Act act) {
        if (act.line().url() != null) return Url.host(act.line().url());
        var page = act.is("PAGE_VIEW") && act.line().asset() != null
                ? act.line().asset()
                : act.line().page();
        return page == null ? "" : Url.host(holdings.url(page, act.at()));
    }

    List<Session> all() {
        return sessions;
    }

    /// The session that the act belongs to.
    Session of(Act act) {
        return sessions.stream()
                .filter(session -> session.acts().contains(act))
                .findFirst()
                .orElseThrow();
    }

    /// D-30: the session running in a browser at an instant (start ≤ t < last act + gap), or `null`.
    Session running(String visitor, Instant at) {
        return sessions.stream()
                .filter(session -> visitor.equals(session.visitor()))
                .filter(session -> !session.start().isAfter(at))
                .filter(session -> at.isBefore(session.last().at().plus(GAP)))
                .reduce((_, later) -> later)
                .orElse(null);
    }
}
