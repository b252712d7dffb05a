/// Credit models that look at all paths of a range together: Markov's removal effects and Shapley's values.
package tributary.attribution.datadriven;
