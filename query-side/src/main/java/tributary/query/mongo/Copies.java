package tributary.query.mongo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import tributary.attribution.journey.Touches;
import tributary.attribution.judge.InfluenceKey;
import tributary.query.figures.DealReader;
import tributary.query.figures.Dirt;
import tributary.query.figures.Figures;
import tributary.query.figures.FiguresCopier;
import tributary.query.figures.HeapFigures;
import tributary.query.figures.PersonReader;
import tributary.query.live.AccountView;

/// Copies pieces out of figures and directory, while those hold still.
final class Copies {
    private final AccountView view;
    private final FiguresCopier figures;

    Copies(AccountView view, HeapFigures figures) {
        this.view = view;
        this.figures = new FiguresCopier(figures);
    }

    int campaigns() {
        return Math.max(figures.campaigns(), view.catalog().campaigns());
    }

    int buckets() {
        return (view.journeys().contacts() + Dirt.CONTACTS - 1) / Dirt.CONTACTS;
    }

    int deals() {
        return view.journeys().deals();
    }

    /// Every campaign there ever was, deleted ones too.
    List<Piece> directory() {
        var pieces = new ArrayList<Piece>();
        for (var campaign = 0; campaign < view.catalog().campaigns(); campaign++)
            pieces.add(new CampaignPiece(
                    view.directory().campaign(campaign), view.directory().assets(campaign)));
        return pieces;
    }

    /// All days of a campaign, or of the account.
    List<Piece> days(int campaign) {
        return Arrays.stream(figures.days(campaign))
                .mapToObj(day -> day(campaign, day))
                .toList();
    }

    Piece day(int campaign, long day) {
        var copy = figures.day(campaign, day);
        return new DayPiece(campaignId(campaign), copy, contactIds(copy.revenueContacts()));
    }

    /// A bucket of contacts, of every campaign that has some there, and of the account.
    List<Piece> contacts(int bucket) {
        var lines = new LinesByCampaign();
        gather(bucket, lines);
        return lines.byCampaign.entrySet().stream()
                .map(entry -> piece(entry.getKey(), bucket, entry.getValue()))
                .toList();
    }

    /// A bucket of contacts of these campaigns; one may have none there by now.
    List<Piece> contacts(int bucket, Set<Integer> campaigns) {
        var lines = new LinesByCampaign();
        gather(bucket, lines);
        return campaigns.stream()
                .map(campaign -> piece(campaign, bucket, lines.byCampaign.getOrDefault(campaign, Map.of())))
                .toList();
    }

    private Piece piece(int campaign, int bucket, Map<Integer, ContactsPiece.Line> lines) {
        return new ContactsPiece(campaignId(campaign), bucket, List.copyOf(lines.values()));
    }

    private void gather(int bucket, LinesByCampaign into) {
        var journeys = view.journeys();
        var end = Math.min(journeys.contacts(), (bucket + 1) * Dirt.CONTACTS);
        for (var contact = bucket * Dirt.CONTACTS; contact < end; contact++) {
            if (journeys.survivor(contact) != contact) continue;
            into.contact = contact;
            var person = journeys.personOf(contact);
            if (person != Touches.NONE) figures.contact(person, into);
        }
    }

    /// The deals with these numbers that are won; with `all` also those that are not.
    List<Piece> deals(Iterable<Integer> numbers, boolean all) {
        var pieces = new ArrayList<Piece>();
        for (var number : numbers) {
            var reading = new WonReader();
            figures.deal(number, reading);
            if (all || !reading.won.isEmpty())
                pieces.add(new DealPiece(view.directory().deal(number), reading.won, reading.closedBy));
        }
        return pieces;
    }

    private String campaignId(int campaign) {
        return campaign == Figures.ACCOUNT ? null : view.journeys().history().campaignId(campaign);
    }

    private List<String> contactIds(int[] contacts) {
        return Arrays.stream(contacts).mapToObj(view.journeys()::contactId).toList();
    }

    private String influencer(int key) {
        var number = InfluenceKey.number(key);
        return InfluenceKey.isUtm(key)
                ? MongoDirectory.UTM + view.directory().utm(number)
                : view.directory().asset(number).key();
    }

    private final class WonReader implements DealReader {
        private final List<DealPiece.Won> won = new ArrayList<>(1);
        private final List<DealPiece.ClosedBy> closedBy = new ArrayList<>();

        @Override
        public void won(long wonAt, long closeDay, OptionalLong eligibleMinor) {
            won.add(new DealPiece.Won(wonAt, closeDay, eligibleMinor));
        }

        @Override
        public void closed(int campaign, int[] influencedBy) {
            closedBy.add(new DealPiece.ClosedBy(campaignId(campaign), contactIds(influencedBy)));
        }
    }

    private final class LinesByCampaign implements PersonReader {
        private final Map<Integer, Map<Integer, ContactsPiece.Line>> byCampaign = new HashMap<>();
        private final Map<Integer, String> influencers = new HashMap<>();
        private int contact;

        private ContactsPiece.Line line(int campaign) {
            return byCampaign
                    .computeIfAbsent(campaign, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            contact,
                            number -> new ContactsPiece.Line(view.journeys().contactId(number)));
        }

        @Override
        public void firstTouch(int campaign, boolean first, long createdAt) {
            line(campaign).firstTouch(createdAt);
            if (first) line(Figures.ACCOUNT).firstTouch(createdAt);
        }

        @Override
        public void lastTouch(int campaign, boolean first, long createdAt) {
            line(campaign).lastTouch(createdAt);
            if (first) line(Figures.ACCOUNT).lastTouch(createdAt);
        }

        @Override
        public void influence(int campaign, int key, boolean first, boolean ofCampaign, boolean ofKey, long at) {
            var by = influencers.computeIfAbsent(key, Copies.this::influencer);
            line(campaign).influence(by, at);
            if (ofCampaign) line(campaign).influenced(at);
            if (ofKey) line(Figures.ACCOUNT).influence(by, at);
            if (first) line(Figures.ACCOUNT).influenced(at);
        }

        @Override
        public void revenueSince(int campaign, long at) {
            line(campaign).revenueSince(at);
            line(Figures.ACCOUNT).revenueSince(at);
        }
    }
}
