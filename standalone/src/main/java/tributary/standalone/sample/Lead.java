package tributary.standalone.sample;

import java.time.Instant;
import java.util.function.Consumer;

/// A person the company may write to: mails, a workflow, a list, an event, a look at social posts.
///
/// The first two say how acts name the person: by `email` or by `contact`.
final class Lead {
    private final String by;
    private final String who;
    private final Chance chance;
    private final Consumer<Line> lines;

    Lead(String by, String who, Chance chance, Consumer<Line> lines) {
        this.by = by;
        this.who = who;
        this.chance = chance;
        this.lines = lines;
    }

    /// @return when the last of it happened
    Instant isNurtured(SampleCampaign campaign, Instant from) {
        var now = from.plusSeconds(60);
        if (chance.of(0.6)) act("WORKFLOW_ENROLLMENT", campaign.workflow(), now);
        if (chance.of(0.3)) act("LIST_ADDITION", campaign.list(), now.plusSeconds(60));
        for (int mail = 1; mail <= 3; mail++) now = isMailed(campaign, mail, now.plus(chance.days(2, 9)));
        var other = chance.campaign();
        if (chance.of(0.4)) now = isMailed(other, 1, now.plus(chance.days(1, 15)));
        if (chance.of(0.2)) act("SOCIAL_CLICK", other.post(), now = now.plus(chance.days(1, 5)));
        if (chance.of(0.1)) act("SOCIAL_INTERACTION", campaign.post(), now = now.plus(chance.days(1, 5)));
        if (chance.of(0.08)) act("AD_CLICK", campaign.ad(), now = now.plus(chance.days(1, 5)));
        return chance.of(0.25) ? isInvited(campaign, now.plus(chance.days(1, 10))) : now;
    }

    private Instant isMailed(SampleCampaign campaign, int number, Instant at) {
        var email = campaign.email(number);
        act("EMAIL_DELIVERY", email, at);
        if (chance.of(0.05))
            lines.accept(line("EMAIL_OPEN", email, at.plusSeconds(3)).with("bot", "SCANNER"));
        if (chance.of(0.2))
            lines.accept(line("EMAIL_OPEN", email, at.plusSeconds(20)).with("bot", "APPLE_PRIVACY"));
        if (!chance.of(0.4)) return at;
        var opened = at.plus(chance.seconds(120, 90_000));
        act("EMAIL_OPEN", email, opened);
        if (chance.of(0.3)) act("EMAIL_CLICK", email, opened.plusSeconds(25));
        return opened;
    }

    private Instant isInvited(SampleCampaign campaign, Instant at) {
        act("EVENT_REGISTRATION", campaign.event(), at);
        var day = at.plus(chance.days(3, 14));
        act(chance.of(0.65) ? "EVENT_ATTENDANCE" : "EVENT_NO_SHOW", campaign.event(), day);
        return day;
    }

    private void act(String kind, SampleAsset asset, Instant at) {
        lines.accept(line(kind, asset, at));
    }

    private Line line(String kind, SampleAsset asset, Instant at) {
        return Line.act(kind, at).with(by, who).with("asset", asset);
    }
}
