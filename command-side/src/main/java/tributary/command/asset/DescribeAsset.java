package tributary.command.asset;

import tributary.command.line.Command;
import tributary.events.AccountId;
import tributary.events.AssetEvent.AssetDescribed;

/// Someone says how an asset is.
record DescribeAsset(AccountId account, AssetDescribed description) implements Command {
    @Override
    public String target() {
        return account + "/asset/" + description.asset().key();
    }
}
