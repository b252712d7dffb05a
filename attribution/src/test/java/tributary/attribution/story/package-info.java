/// Small histories told in tests, and what the judge finds in them.
package tributary.attribution.story;
