/// Columns of plain values as bytes and back, for those who keep what they know beside the program
/// (docs/snapshot-format.md).
package tributary.attribution.columns;
