package tributary.attribution.rules;

/// What the metric Revenue is (section 2.5, D-36).
public enum RevenueMeaning {
    /// A number of contacts (`revenueContacts`).
    CONTACTS,
    /// Money, spread evenly: the attributed revenue of the model LINEAR (`revenue`).
    MONEY
}
