/// What else a batch of interactions could be encoded in, measured beside what we use (docs/adr/0012).
package tributary.benchmarks.encoding;
