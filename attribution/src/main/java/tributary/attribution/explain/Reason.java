package tributary.attribution.explain;

/// Why something did not count: a closed vocabulary, documented in docs/reasons.md.
public enum Reason {
    /// Placeholder until the vocabulary is complete.
    BOT("D-12", "It was a bot's: taken out before anything is counted.");

    private final String rule;
    private final String sentence;

    Reason(String rule, String sentence) {
        this.rule = rule;
        this.sentence = sentence;
    }

    /// Id of the rule in domain.md or decisions.md, such as `INFL-2`.
    public String rule() {
        return rule;
    }

    /// The rule in a sentence for people.
    public String sentence() {
        return sentence;
    }
}
