package tributary.benchmarks.encoding;

import tributary.events.InteractionsRecorded;

/// One way to make bytes of a batch, and a batch of bytes again.
interface BatchEncoding {
    String name();

    byte[] encode(InteractionsRecorded batch);

    InteractionsRecorded decode(byte[] bytes);
}
