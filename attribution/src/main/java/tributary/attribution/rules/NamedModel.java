package tributary.attribution.rules;

/// A credit model under the name by which reports ask for it, such as `U_SHAPED`.
public record NamedModel(String name, CreditModel model) {}
