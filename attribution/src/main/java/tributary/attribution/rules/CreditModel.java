package tributary.attribution.rules;

import java.time.Duration;

/// How a won deal's amount is shared among the interactions of its path (docs/rules.md).
public sealed interface CreditModel {
    /// Every interaction the same.
    record Linear() implements CreditModel {}

    /// Shares of milestones, and of all other interactions together, in per mille of the whole; what has no
    /// interaction drops out, and the rest is scaled up in proportion (DEC-17).
    ///
    /// @param first of the first interaction
    /// @param lead of the last one before the oldest contact was created
    /// @param deal of the last one before the deal was created
    /// @param close of the last one before the win
    /// @param middle of all others together
    record Milestones(int first, int lead, int deal, int close, int middle) implements CreditModel {
        public Milestones {
            refuseNegative(first, lead, deal, close, middle);
            if (first + close + middle == 0) {
                throw new IllegalArgumentException(
                        "a model must give something to the first, the last or the middle interactions, since only these are in every path");
            }
        }
    }

    /// A J: the first interaction, the one that is the anchor (DEC-16, [RuleSet#jAnchor]), and all others together,
    /// in per mille of the whole.
    record Anchored(int first, int anchor, int middle) implements CreditModel {
        public Anchored {
            refuseNegative(first, anchor, middle);
            if (first + middle == 0) {
                throw new IllegalArgumentException(
                        "a model must give something to the first or the middle interactions, since an anchor is not in every path");
            }
        }
    }

    /// Each interaction weighs 2^(−age ÷ half-life), its age counted back from the win.
    record TimeDecay(Duration halfLife) implements CreditModel {
        public TimeDecay {
            if (halfLife.isZero() || halfLife.isNegative()) {
                throw new IllegalArgumentException("the half-life must be positive, not " + halfLife);
            }
        }
    }

    private static void refuseNegative(int... shares) {
        for (var share : shares) {
            if (share < 0 || share > 1000) {
                throw new IllegalArgumentException("a share must be 0 to 1000 per mille, not " + share);
            }
        }
    }
}
