/// A made-up company's year of marketing, for `demo`: seeded, so the same for everyone.
package tributary.standalone.sample;
