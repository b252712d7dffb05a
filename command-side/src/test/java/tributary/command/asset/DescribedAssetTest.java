package tributary.command.asset;

import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.events.AccountId;
import tributary.events.Asset;
import tributary.events.AssetEvent.AssetDescribed;
import tributary.events.AssetEvent.ListType;
import tributary.events.AssetType;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DescribedAssetTest {
    private static final AccountId ACCOUNT = new AccountId("acme");
    private static final AssetDescribed DESCRIBED = new AssetDescribed(
            new Asset(AssetType.OBJECT_LIST, "L1"),
            "List",
            null,
            null,
            ListType.DYNAMIC,
            Instant.parse("2023-04-01T00:00:00Z"));

    private final FixtureConfiguration<DescribedAsset> asset = new AggregateTestFixture<>(DescribedAsset.class);

    @Test
    void is_described() {
        asset.givenNoPriorActivity().when(new DescribeAsset(ACCOUNT, DESCRIBED)).expectEvents(DESCRIBED);
    }

    @Test // D-17
    void is_described_again_since_each_description_holds_from_its_own_instant() {
        asset.given(DESCRIBED).when(new DescribeAsset(ACCOUNT, DESCRIBED)).expectEvents(DESCRIBED);
    }
}
