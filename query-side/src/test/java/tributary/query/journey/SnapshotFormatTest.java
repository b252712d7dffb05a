package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.events.AccountEvent.AccountOpened;
import tributary.events.Asset;
import tributary.events.AssetType;
import tributary.events.CampaignEvent.AssetAssociated;
import tributary.events.CampaignEvent.CampaignCreated;
import tributary.events.CampaignId;
import tributary.events.ContactEvent.ContactCreated;
import tributary.events.ContactEvent.Source;
import tributary.events.ContactEvent.VisitorIdentified;
import tributary.events.ContactId;
import tributary.events.DealEvent.DealCreated;
import tributary.events.DealId;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.InteractionsRecorded;
import tributary.events.Sealed;

/// docs/snapshot-format.md
@DisplayNameGeneration(ReplaceUnderscores.class)
class SnapshotFormatTest {
    private static final String ADDRESS = "ann@example.com";

    /// When this fails on purpose, [StillJourneys#VERSION] is to be raised.
    @Test
    void the_bytes_of_a_small_account_are_those_of_this_version() {
        var pieces = StillJourneysTest.written(small().journeys());

        assertThat(pieces).hasSize(1);
        assertThat(Base64.getMimeEncoder(100, new byte[] {'\n'}).encodeToString(pieces.getFirst()))
                .isEqualTo("""
                        JHRyaWJ1dGFyeSBqb3VybmV5cwKeARZBRF9DQU1QQUlHTjBBVVRPTUFUSU9OX1BMQVRGT1JNX0ZMT1ciQkxPR19MSVNUSU5HX1BB
                        R0USQkxPR19QT1NUCENBTEwUQ0FTRV9TVFVEWQZDVEEKRU1BSUwgRVhURVJOQUxfV0VCX1VSTB5GRUVEQkFDS19TVVJWRVkiRklM
                        RV9NQU5BR0VSX0ZJTEUIRk9STQ5LRVlXT1JEIktOT1dMRURHRV9BUlRJQ0xFGExBTkRJTkdfUEFHRR5NQVJLRVRJTkdfRU1BSUwe
                        TUFSS0VUSU5HX0VWRU5UGk1BUktFVElOR19TTVMKTUVESUEaTUVFVElOR19FVkVOVBZPQkpFQ1RfTElTVBBQTEFZQk9PSx5QT0RD
                        QVNUX0VQSVNPREUcU0FMRVNfRE9DVU1FTlQQU0VRVUVOQ0USU0lURV9QQUdFIFNPQ0lBTF9CUk9BRENBU1QeV0VCX0lOVEVSQUNU
                        SVZFElBBR0VfVklFVx5GT1JNX1NVQk1JU1NJT04SRk9STV9WSUVXHEVNQUlMX0RFTElWRVJZFEVNQUlMX09QRU4WRU1BSUxfQ0xJ
                        Q0sQQ1RBX1ZJRVcSQ1RBX0NMSUNLHENUQV9TVUJNSVNTSU9OEEFEX0NMSUNLJFNPQ0lBTF9JTlRFUkFDVElPThhTT0NJQUxfQ0xJ
                        Q0smV09SS0ZMT1dfRU5ST0xMTUVOVBpMSVNUX0FERElUSU9OJEVWRU5UX1JFR0lTVFJBVElPTiBFVkVOVF9BVFRFTkRBTkNFJEVW
                        RU5UX0NBTkNFTExBVElPThpFVkVOVF9OT19TSE9XCENBTEwOTUVFVElORwpPVEhFUghOT05FEktOT1dOX0JPVBZJUF9FWENMVURF
                        RBpBUFBMRV9QUklWQUNZDlNDQU5ORVIITk9ORQRBRAZDVEEQV09SS0ZMT1ccT1JHQU5JQ19TT0NJQUwWUEFJRF9TRUFSQ0gWUEFJ
                        RF9TT0NJQUweRU1BSUxfTUFSS0VUSU5HHk9USEVSX0NBTVBBSUdOUxxPUkdBTklDX1NFQVJDSBJSRUZFUlJBTFMcRElSRUNUX1RS
                        QUZGSUMeT0ZGTElORV9TT1VSQ0VTFFNVQk1JU1NJT04cSURFTlRJRklDQVRJT04ST1RIRVJfQUNUElNUQVRFTUVOVAxJTVBPUlQG
                        QVBJFklOVEVHUkFUSU9ODE1BTlVBTAxMSVZJTkcOREVMRVRFRAxFUkFTRUQMTUVSR0VECGFjbWUOEHNldHRpbmdzAhB0aW1lWm9u
                        ZSBFdXJvcGUvQW1zdGVyZGFtgNC7wgwAAjEAAg5kZWZhdWx0AhJjbG9zZWR3b27/r9+5/buOcAAADmNhdGFsb2cCDgAAAAIKb2Zm
                        ZXICDHNwcmluZwAAAAAGAACAnMTV4I78BQACAAxzcHJpbmeAnMTV4I78BYAgBgAAgLjgjuGO/AWAMAAAAAAAAAAAAAAAAAAAAAAA
                        AgACDGhzX3V0bfjQu8IMAAxzcHJpbmcAAAD40LvCDADw0bvCDAAAAA5zdHJhbmRzBAD/AP8A/wD/BAACAAAAAAAAEGNvbnRhY3Rz
                        AhIAAAASY29udGFjdC0xAgCVfww7+AUAAgQAAAD/////AgQUAAAAAAAAAghsZWFkAgACAQIBAAAAAgAAAAAAAACAAgCVfww7+AUA
                        AgCVfww7+AUAABBtZWV0aW5ncwT/AP8A/wD/AAACAgAAAAIDAAAAAgAqOhc7+AUAAgYAAAAAAAAAAv//////////EGFycml2YWxz
                        BgAWZXhhbXBsZS5jb20Mc3ByaW5nBAABAAAAAAAABAAAAAAAAAAABAACAAAAAAAABAAAAAAAAAAABA4JAAAAAAAAAgIAAAACwenq
                        184/h1ICVXtp9ApkZWFscwIIAAAACGRlYWwABAxhbW91bnQGMTAwgMTtrOOO/AX///////////8BAAKAxO2s4478BQQAAgIAAoDE
                        7azjjvwFDg50b3VjaGVzBAAAOA4mJyAHdgDwAAsAAAAEAAAAAAQAAAAAAAAAAAT//////////wQBAQAAAAAAAAT//////////wQK
                        AAAAAAAAAAQAAQAA
                        """.strip());
    }

    /// As if it were not sealed.
    @Test
    void nothing_that_is_sealed_in_facts_is_written() {
        var text = StillJourneysTest.text(StillJourneysTest.written(small().journeys()));

        assertThat(text).contains("contact-1").doesNotContain(ADDRESS);
    }

    private static Told small() {
        var page = new Asset(AssetType.LANDING_PAGE, "offer");
        var contact = new ContactId("contact-1");
        var personal = new Sealed(ADDRESS.getBytes(StandardCharsets.UTF_8));
        return Told.of(List.of(
                new AccountOpened(Told.ACCOUNT, Map.of("timeZone", "Europe/Amsterdam"), Story.minute(0)),
                new CampaignCreated(new CampaignId("spring"), Map.of("hs_utm", "spring"), Map.of(), Story.minute(1)),
                new AssetAssociated(new CampaignId("spring"), page, Story.minute(2)),
                new ContactCreated(contact, Source.IMPORT, true, "lead", personal, Story.minute(3)),
                new InteractionsRecorded(Told.ACCOUNT, "key", List.of(view(page, 4), view(page, 5))),
                new VisitorIdentified(contact, "browser", false, Story.minute(6)),
                new DealCreated(new DealId("deal"), Map.of("amount", "100"), List.of(contact), Story.minute(7))));
    }

    private static Interaction view(Asset page, int minute) {
        return new Interaction(
                Story.minute(minute),
                InteractionKind.PAGE_VIEW,
                "browser",
                null,
                false,
                page,
                null,
                "https://example.com/offer?utm_campaign=spring&name=Ann",
                null,
                null,
                null,
                null,
                null,
                "line" + minute);
    }
}
