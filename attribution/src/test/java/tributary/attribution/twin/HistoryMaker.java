package tributary.attribution.twin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Makes random histories that provoke the awkward. A seed makes the same history again.
final class HistoryMaker {
    private final Dice dice;
    private final World world;
    private final List<Line> lines = new ArrayList<>();

    private HistoryMaker(long seed) {
        dice = new Dice(seed);
        world = new World(dice);
    }

    /// A history of about so many interactions.
    static History make(long seed, int size) {
        var maker = new HistoryMaker(seed);
        var account = maker.world.account();
        maker.begin();
        maker.happen(size);
        maker.end();
        return new History(seed, account, maker.lines);
    }

    /// What others refer to comes first in the order of recording, whenever it happened.
    private void begin() {
        var crowded = world.moment();
        for (var campaign : World.CAMPAIGNS)
            lines.add(new Line.CampaignCreate(world.beginning(), campaign, world.utm()));
        for (var contact : World.CONTACTS) {
            var email = dice.percent(75) ? contact + "@x.org" : null;
            var at = dice.percent(40) ? crowded : dice.percent(50) ? world.moment() : world.beginning();
            lines.add(new Line.ContactCreate(at, contact, email));
        }
    }

    private void happen(int size) {
        var acts = new ActMaker(world, dice);
        var deals = new DealMaker(world, dice);
        var happened = new ArrayList<Line>(deals.surroundings());
        for (var i = 0; i < size; i++) {
            var act = acts.make(i);
            happened.add(act);
            if (dice.percent(15)) happened.add(acts.again(size + i, act));
        }
        for (var i = 0; i < 14; i++) happened.add(new Line.Associate(world.beginning(), campaign(), world.asset()));
        for (var i = 0; i < 4; i++) happened.add(new Line.Associate(world.moment(), campaign(), world.asset()));
        for (var i = 0; i < 4; i++) happened.add(new Line.Dissociate(world.moment(), campaign(), world.asset()));
        for (var i = 0; i < 8; i++) happened.add(describe());
        for (var i = 0; i < 3; i++) happened.add(identify());
        if (dice.percent(40)) happened.add(new Line.CampaignUtm(world.moment(), campaign(), world.utm()));
        if (dice.percent(30)) happened.add(merge());
        if (dice.percent(20)) happened.add(new Line.ContactDelete(world.moment(), dice.oneOf(World.CONTACTS)));
        keywords(happened);
        Collections.shuffle(happened, dice.random());
        lines.addAll(happened);
        var contacts = new People(lines).contacts();
        for (var i = 0; i < 4; i++) lines.addAll(deals.deal("d" + i, contacts));
    }

    private void end() {
        if (dice.percent(10)) lines.add(new Line.DealMerge(world.moment(), "d0", "d1"));
        if (dice.percent(20)) lines.add(merge());
        if (dice.percent(10)) lines.add(new Line.DealDissociate(world.moment(), "d0", dice.oneOf(World.CONTACTS)));
        if (dice.percent(10)) lines.add(new Line.DealRestore(Instant.parse("2024-01-01T00:00:00Z"), "d2"));
        if (dice.percent(20)) lines.add(new Line.AccountChange(world.moment(), world.account()));
        if (dice.percent(20)) lines.add(new Line.CampaignDelete(Instant.parse("2024-01-01T00:00:00Z"), campaign()));
        if (dice.percent(10)) lines.add(new Line.CampaignDelete(world.moment(), campaign()));
    }

    private String campaign() {
        return dice.oneOf(World.CAMPAIGNS);
    }

    /// Of unknown visitors too, and late.
    private Line identify() {
        var contact = dice.percent(50) ? dice.oneOf(World.CONTACTS) : null;
        return new Line.Identify(
                world.moment(),
                dice.oneOf("v1", "v1", "v2", "v3", "v4"),
                contact,
                contact == null ? dice.oneOf(World.EMAILS) : null);
    }

    private Line describe() {
        var asset = world.asset();
        return new Line.Describe(
                world.beginning(),
                asset,
                dice.percent(70) ? world.url() : null,
                asset.isOneOf("WEB_INTERACTIVE") ? dice.oneOf(true, false, null) : null,
                asset.isOneOf("OBJECT_LIST") ? dice.oneOf("MANUAL", "SNAPSHOT", "DYNAMIC", null) : null);
    }

    /// Of contacts that were not merged before.
    private Line merge() {
        var merged = new ArrayList<>(World.CONTACTS);
        for (var line : lines) if (line instanceof Line.ContactMerge it) merged.remove(it.merged());
        Collections.shuffle(merged, dice.random());
        return new Line.ContactMerge(world.moment(), merged.get(0), merged.get(1));
    }

    /// A keyword may belong to several campaigns (D-21), each of which writes it in its own way.
    private void keywords(List<Line> happened) {
        for (var campaign : World.CAMPAIGNS) {
            var keyword = new Thing("KEYWORD", world.keyword().strip());
            for (var i = dice.below(3); i > 0; i--)
                happened.add(new Line.Associate(world.beginning(), campaign, keyword));
            if (dice.percent(20)) happened.add(new Line.Dissociate(world.moment(), campaign, keyword));
        }
    }
}
