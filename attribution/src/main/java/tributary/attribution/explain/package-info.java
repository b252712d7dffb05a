/// Why figures are what they are: the same tables as the judge, asked slowly and in words of a closed vocabulary.
package tributary.attribution.explain;
