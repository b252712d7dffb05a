package tributary.query.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// Shares in percent.
final class Percent {
    private static final int DIGITS = 10;

    private Percent() {}

    /// `part` ÷ `whole` × 100, to ten digits after the point, without trailing zeros; nothing when the whole is 0.
    static Optional<BigDecimal> of(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) return Optional.empty();
        var share = part.movePointRight(2)
                .divide(whole, DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return Optional.of(share.scale() < 0 ? share.setScale(0) : share);
    }
}
