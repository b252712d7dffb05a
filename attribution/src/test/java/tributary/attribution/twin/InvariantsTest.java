package tributary.attribution.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;

/// The invariants of docs/rules.md hold for what the judge finds in random histories (the seventh in
/// [RandomHistoriesTest]).
@Domain(Histories.class)
class InvariantsTest {
    private static final Instant LATER = Instant.parse("2024-06-01T00:00:00Z");
    private static final List<String> ADDITIVE = List.of(
            "sessions",
            "newContactsFirstTouch",
            "newContactsLastTouch",
            "influencedContacts",
            "closedDeals",
            "influencedRevenue",
            "attributedRevenue",
            "uniqueInfluences");

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void the_days_add_up_to_the_whole_1(@ForAll History history, @ForAll String ruleSet) {
        var figures = history.byJudge(ruleSet);
        for (var campaign : history.campaigns())
            for (var metric : ADDITIVE) {
                var sum = java.math.BigDecimal.ZERO;
                for (var day : days())
                    sum = sum.add(figures.metric(metric, campaign, "U_SHAPED", Figures.Range.day(day)));
                assertThat(sum)
                        .describedAs(metric)
                        .isEqualByComparingTo(figures.metric(metric, campaign, "U_SHAPED", Figures.Range.ALL));
            }
    }

    /// All that random histories reach.
    private static List<LocalDate> days() {
        return LocalDate.parse("2022-12-30")
                .datesUntil(LocalDate.parse("2023-11-15"))
                .toList();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void influence_does_not_shrink_by_taking_assets_out_or_deleting_contacts_2(@ForAll History history) {
        var more = new ArrayList<Line>();
        for (var line : history.lines())
            if (line instanceof Line.Associate it) more.add(new Line.Dissociate(LATER, it.campaign(), it.asset()));
        for (var contact : World.CONTACTS) more.add(new Line.ContactDelete(LATER, contact));

        var later = history.with(more.toArray(Line[]::new)).byJudge("2023-09");

        assertThat(later.findings().pairs())
                .isEqualTo(history.byJudge("2023-09").findings().pairs());
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void closed_deals_need_influence_and_their_amounts_are_the_influenced_revenue_3(@ForAll History history) {
        var figures = history.byJudge("2023-09");
        for (var campaign : history.campaigns()) {
            var closed = figures.closedDeals(campaign, Figures.Range.ALL);
            if (!closed.isEmpty())
                assertThat(figures.influenced(campaign, Figures.Range.ALL)).isNotEmpty();
            assertThat(figures.influencedRevenue(campaign, Figures.Range.ALL))
                    .isEqualTo(closed.stream()
                            .mapToLong(id -> figures.findings().deals().get(id).amountMinor())
                            .sum());
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void influences_by_contact_and_by_asset_are_the_pairs_4(@ForAll History history) {
        var figures = history.byJudge("2023-09");
        for (var campaign : history.campaigns()) {
            var pairs = figures.influences(campaign, Figures.Range.ALL).size();
            assertThat(total(figures, campaign, "contact")).isEqualTo(pairs);
            assertThat(total(figures, campaign, "asset")).isEqualTo(pairs);
            assertThat(figures.influenced(campaign, Figures.Range.ALL)).hasSizeLessThanOrEqualTo(pairs);
        }
    }

    private static int total(Figures figures, String campaign, String by) {
        return figures.influences(campaign, by, Figures.Range.ALL).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void parts_add_up_to_the_amount_5_and_no_campaign_gets_more_6(@ForAll History history) {
        for (var deal : history.byJudge("2023-09").findings().deals().values())
            deal.total().forEach((model, total) -> {
                var parts = deal.attributed().get(model);
                assertThat(total).isEqualTo(deal.amountMinor());
                assertThat(parts.getOrDefault(Figures.ACCOUNT, 0L)
                                + deal.unattributed().get(model))
                        .isEqualTo(total);
                for (var part : parts.values()) {
                    assertThat(Math.abs(part)).isLessThanOrEqualTo(Math.abs(total));
                    assertThat(Long.signum(part)).isEqualTo(Long.signum(total));
                }
            });
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void whoever_owns_all_interactions_gets_all_under_every_model_6(@ForAll History history) {
        var figures = new History(history.seed(), history.account(), ownedByA(history)).byJudge("2023-09");
        for (var deal : figures.findings().deals().values())
            deal.total().forEach((model, total) -> {
                var hasPath = deal.unattributed().get(model) == 0;
                assertThat(deal.attributed().get(model).getOrDefault("A", 0L)).isEqualTo(hasPath ? total : 0L);
            });
    }

    /// Every interaction becomes a click in one email, which A has had from the beginning.
    static List<Line> ownedByA(History history) {
        var email = new Thing("MARKETING_EMAIL", "OWNED");
        var lines = new ArrayList<Line>();
        lines.add(new Line.CampaignCreate(Instant.EPOCH, "A", null));
        lines.add(new Line.Associate(Instant.EPOCH, "A", email));
        for (var line : history.lines())
            switch (line) {
                case Line.Interaction it -> lines.add(click(it, email));
                case Line.CampaignCreate _, Line.CampaignDelete _ -> {}
                default -> lines.add(line);
            }
        return lines;
    }

    private static Line click(Line.Interaction it, Thing email) {
        return new Line.Interaction(
                it.at(),
                it.id(),
                "EMAIL_CLICK",
                it.visitor(),
                it.contact(),
                it.email(),
                email,
                null,
                null,
                null,
                null,
                null,
                it.bot());
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void an_email_open_moves_neither_revenue_metric_8(@ForAll History history) {
        var opens = new ArrayList<Line>();
        for (var contact : World.CONTACTS) for (var email : List.of("1", "2")) opens.add(open(contact, email, history));

        var before = history.byJudge("2023-09").findings();
        var after = history.with(opens.toArray(Line[]::new)).byJudge("2023-09").findings();

        assertThat(after.revenueSince()).isEqualTo(before.revenueSince());
        after.deals().forEach((id, deal) -> {
            assertThat(deal.attributed()).isEqualTo(before.deals().get(id).attributed());
            assertThat(deal.revenueContacts()).isEqualTo(before.deals().get(id).revenueContacts());
        });
    }

    static Line open(String contact, String email, History history) {
        return new Line.Interaction(
                history.lines().getFirst().at(),
                "open " + contact + email,
                "EMAIL_OPEN",
                null,
                contact,
                null,
                new Thing("MARKETING_EMAIL", email),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
