package tributary.query.directory;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/// A budget or spend item; all but `id` may be absent (`null`).
///
/// @param amount in the account's currency
public record MoneyItem(String id, String name, BigDecimal amount, Integer order, String description) {
    static BigDecimal total(List<MoneyItem> items) {
        return items.stream().map(MoneyItem::amount).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
