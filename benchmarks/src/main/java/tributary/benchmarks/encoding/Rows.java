package tributary.benchmarks.encoding;

import java.io.IOException;
import java.util.List;
import tributary.events.AccountId;
import tributary.events.Interaction;
import tributary.events.InteractionsRecorded;

/// Encodings that write one interaction after the other, and compress the whole with Zstandard at level 3.
abstract class Rows implements BatchEncoding {
    private static final AccountId ACCOUNT = new AccountId("acme");
    private static final String SOURCE = "token-1";

    private final Zstandard zstandard = new Zstandard(3);

    abstract byte[] write(List<Parts> rows) throws IOException;

    abstract List<Parts> read(byte[] body) throws IOException;

    @Override
    public final byte[] encode(InteractionsRecorded batch) {
        try {
            return zstandard.compress(
                    write(batch.interactions().stream().map(Parts::of).toList()));
        } catch (IOException impossible) {
            throw new AssertionError("nothing is written but memory", impossible);
        }
    }

    @Override
    public final InteractionsRecorded decode(byte[] bytes) {
        try {
            List<Interaction> interactions = read(zstandard.decompress(bytes, 0)).stream()
                    .map(Parts::interaction)
                    .toList();
            return new InteractionsRecorded(ACCOUNT, SOURCE, interactions);
        } catch (IOException impossible) {
            throw new AssertionError("nothing is read but memory", impossible);
        }
    }
}
