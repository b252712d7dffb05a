package tributary.attribution.rules;

import java.util.List;

/// What a parameter of a rule set is about, for people who read or change rule sets.
///
/// @param name of the component of [RuleSet]
/// @param meaning in a sentence
/// @param standard its value in `2023-09`, as [RuleSet#values] shows it
/// @param accepted what may be given
/// @param rules ids in docs/rules.md that it governs
public record Parameter(String name, String meaning, Object standard, String accepted, List<String> rules) {}
