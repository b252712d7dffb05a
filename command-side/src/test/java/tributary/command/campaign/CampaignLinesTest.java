package tributary.command.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.command.Clerk;
import tributary.events.Asset;
import tributary.events.AssetEvent.AssetDescribed;
import tributary.events.AssetEvent.ListType;
import tributary.events.AssetType;
import tributary.events.CampaignEvent.AssetAssociated;
import tributary.events.CampaignEvent.AssetDissociated;
import tributary.events.CampaignEvent.BudgetRemoved;
import tributary.events.CampaignEvent.BudgetSet;
import tributary.events.CampaignEvent.CampaignChanged;
import tributary.events.CampaignEvent.CampaignCreated;
import tributary.events.CampaignEvent.CampaignDeleted;
import tributary.events.CampaignEvent.SpendRemoved;
import tributary.events.CampaignEvent.SpendSet;
import tributary.events.CampaignId;
import tributary.events.Fact;

/// The facts that lines about campaigns and assets become.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CampaignLinesTest {
    private static final CampaignId SPRING = new CampaignId("spring");
    private static final Instant APRIL = Instant.parse("2023-04-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Clerk clerk;

    @BeforeEach
    void open() {
        clerk = Clerk.withAccount(folder);
    }

    @AfterEach
    void close() {
        clerk.close();
    }

    private Fact last(String... lines) {
        var quoted = Arrays.stream(lines).map(line -> line.replace('\'', '"')).toArray(String[]::new);
        assertThat(clerk.send(quoted).problems()).isEmpty();
        return clerk.facts().getLast();
    }

    private static String line(String type, String more) {
        return "{'type':'" + type + "','at':'2023-04-01T00:00:00Z','campaign':'spring'" + more + "}";
    }

    private static final String CREATE = line("campaign.create", ",'name':'Spring'");

    @Test
    void a_campaign_stands_under_the_names_of_HubSpot() {
        var fact = last(line(
                "campaign.create",
                ",'name':'Spring','utm':' spring ','startDate':'2023-03-01','endDate':'2023-05-31',"
                        + "'goals':{'influencedContacts':'40','influencedRevenue':1000.50},"
                        + "'properties':{'hs_notes':'n','hs_color_hex':null,'hs_owner':7}"));

        assertThat(fact)
                .isEqualTo(new CampaignCreated(
                        SPRING,
                        Map.of(
                                "hs_name", "Spring",
                                "hs_utm", " spring ",
                                "hs_start_date", "2023-03-01",
                                "hs_end_date", "2023-05-31",
                                "hs_notes", "n",
                                "hs_owner", "7"),
                        Map.of("influencedContacts", "40", "influencedRevenue", "1000.50"),
                        APRIL));
    }

    @Test
    void a_name_may_stand_among_the_properties() {
        assertThat(last(line("campaign.create", ",'properties':{'hs_name':'Spring'}")))
                .isEqualTo(new CampaignCreated(SPRING, Map.of("hs_name", "Spring"), Map.of(), APRIL));
    }

    @Test
    void null_clears() {
        assertThat(last(CREATE, line("campaign.change", ",'utm':null,'goals':{'sessions':null}")))
                .isEqualTo(new CampaignChanged(SPRING, Map.of("hs_utm", ""), Map.of("sessions", ""), APRIL));
    }

    @Test
    void assets_come_and_go_and_a_keyword_is_one() {
        last(CREATE);

        assertThat(last(line("campaign.associate", ",'asset':{'type':'KEYWORD','id':'running shoes'}")))
                .isEqualTo(new AssetAssociated(SPRING, new Asset(AssetType.KEYWORD, "running shoes"), APRIL));
        assertThat(last(line("campaign.dissociate", ",'asset':{'type':'FORM','id':'F1'}")))
                .isEqualTo(new AssetDissociated(SPRING, new Asset(AssetType.FORM, "F1"), APRIL));
    }

    @Test
    void budget_and_spend_are_set_as_whole_items() {
        last(CREATE);

        assertThat(last(line("budget.set", ",'item':'b','name':'Ads','amount':'10.5','order':0,'description':'x'")))
                .isEqualTo(new BudgetSet(SPRING, "b", "Ads", new BigDecimal("10.5"), 0, "x", APRIL));
        assertThat(last(line("spend.set", ",'item':'s','amount':10")))
                .isEqualTo(new SpendSet(SPRING, "s", null, new BigDecimal("10"), null, null, APRIL));
        assertThat(last(line("spend.set", ",'item':'s'")))
                .isEqualTo(new SpendSet(SPRING, "s", null, BigDecimal.ZERO, null, null, APRIL));
        assertThat(last(line("budget.remove", ",'item':'b'"))).isEqualTo(new BudgetRemoved(SPRING, "b", APRIL));
        assertThat(last(line("spend.remove", ",'item':'s'"))).isEqualTo(new SpendRemoved(SPRING, "s", APRIL));
    }

    @Test
    void a_campaign_is_deleted() {
        assertThat(last(CREATE, line("campaign.delete", ""))).isEqualTo(new CampaignDeleted(SPRING, APRIL));
    }

    @Test
    void an_asset_is_described() {
        assertThat(last("{'type':'asset.describe','at':'2023-04-01T00:00:00Z','asset':{'type':'OBJECT_LIST','id':'L'},"
                        + "'name':'List','url':'https://x.example/','hasForm':true,'listType':'DYNAMIC'}"))
                .isEqualTo(new AssetDescribed(
                        new Asset(AssetType.OBJECT_LIST, "L"),
                        "List",
                        "https://x.example/",
                        true,
                        ListType.DYNAMIC,
                        APRIL));
        assertThat(last("{'type':'asset.describe','at':'2023-04-01T00:00:00Z','asset':{'type':'FORM','id':'F'}}"))
                .isEqualTo(new AssetDescribed(new Asset(AssetType.FORM, "F"), null, null, null, null, APRIL));
    }

    @Test
    void unknown_fields_are_passed_over_so_that_newer_senders_can_talk_to_older_servers() {
        assertThat(last(line("campaign.create", ",'name':'Spring','colour':{'r':[1,2]}")))
                .isEqualTo(new CampaignCreated(SPRING, Map.of("hs_name", "Spring"), Map.of(), APRIL));
    }
}
