package tributary.attribution.twin;

import java.time.Instant;

/// Makes random interactions: of every kind, by visitors, contacts and addresses, by people and bots of every sort.
record ActMaker(World world, Dice dice) {
    Line.Interaction make(int number) {
        var kind = dice.percent(45) ? "PAGE_VIEW" : dice.percent(25) ? "FORM_SUBMISSION" : dice.oneOf(Kinds.ALL);
        return make(number, kind, world.moment());
    }

    /// Something of the same kind at the same instant, done by anyone.
    Line.Interaction again(int number, Line.Interaction act) {
        return make(number, act.kind(), act.at());
    }

    private Line.Interaction make(int number, String kind, Instant at) {
        var view = kind.equals("PAGE_VIEW");
        var visitor = dice.percent(view ? 85 : 55) ? dice.oneOf(World.VISITORS) : null;
        var contact = dice.percent(visitor == null ? 50 : 12) ? dice.oneOf(World.CONTACTS) : null;
        var isNamed = dice.percent(kind.endsWith("SUBMISSION") ? 60 : 10);
        var email = contact == null && (visitor == null || isNamed) ? dice.oneOf(World.EMAILS) : null;
        return new Line.Interaction(
                at,
                "i" + number,
                kind,
                visitor,
                contact,
                email,
                asset(kind),
                dice.percent(view ? 5 : 30) ? place() : null,
                dice.percent(75) ? world.visitedUrl() : null,
                dice.percent(view ? 60 : 10) ? world.referrer() : null,
                dice.percent(20) ? world.keyword() : null,
                dice.percent(8) ? dice.oneOf("AD", "CTA", "WORKFLOW") : null,
                dice.percent(10) ? dice.oneOf("KNOWN_BOT", "IP_EXCLUDED", "APPLE_PRIVACY", "SCANNER") : null);
    }

    /// A page, or something else that D-31 says is none of those that are tracked.
    private Thing place() {
        return dice.percent(85) ? world.page() : new Thing("CASE_STUDY", "CS");
    }

    /// Mostly what such an act is done with, sometimes nothing or something odd.
    private Thing asset(String kind) {
        if (kind.equals("PAGE_VIEW")) return dice.percent(60) ? world.page() : null;
        if (kind.equals("CTA_VIEW")) return numbered(dice.oneOf("CTA", "WEB_INTERACTIVE"));
        if (dice.percent(8)) return dice.percent(50) ? null : world.asset();
        return switch (kind) {
            case "FORM_SUBMISSION", "FORM_VIEW" -> numbered("FORM");
            case "EMAIL_DELIVERY", "EMAIL_OPEN", "EMAIL_CLICK" -> numbered("MARKETING_EMAIL");
            case "CTA_CLICK", "CTA_SUBMISSION" -> numbered(dice.oneOf("CTA", "WEB_INTERACTIVE"));
            case "AD_CLICK" -> numbered("AD_CAMPAIGN");
            case "SOCIAL_INTERACTION", "SOCIAL_CLICK" -> numbered("SOCIAL_BROADCAST");
            case "WORKFLOW_ENROLLMENT" -> numbered("AUTOMATION_PLATFORM_FLOW");
            case "LIST_ADDITION" -> numbered("OBJECT_LIST");
            case "CALL", "MEETING", "OTHER" -> dice.percent(30) ? world.asset() : null;
            default -> numbered("MARKETING_EVENT");
        };
    }

    private Thing numbered(String type) {
        return new Thing(type, dice.oneOf("1", "2"));
    }
}
