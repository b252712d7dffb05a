/// How facts become bytes and bytes facts: JSON for all but the batch of interactions, which has a packed format of
/// its own (docs/batch-format.md).
package tributary.store.codec;
