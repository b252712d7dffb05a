package tributary.attribution.twin;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/// What properties are asked about: random histories, and the rule sets to judge them under.
final class Histories extends DomainContextBase {
    @Provide
    Arbitrary<History> histories() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(1, 60))
                .as(HistoryMaker::make);
    }

    @Provide
    Arbitrary<String> ruleSets() {
        return Arbitraries.of("2023-09", "2024-11");
    }
}
