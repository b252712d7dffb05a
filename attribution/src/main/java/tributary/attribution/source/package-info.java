/// Reading addresses: what a URL and a referrer say about how someone arrived, and from which traffic source.
package tributary.attribution.source;
