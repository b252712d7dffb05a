/// Measured speed of parts, by JMH. The whole chain, beside its rival, is measured by `benchmarks/chain.py`.
package tributary.benchmarks;
