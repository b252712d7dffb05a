package tributary.query.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tributary.query.figures.Figures;

/// Unique marketing influences, gathered pair by pair and told by asset, type of asset or contact (UMI-1, D-33).
final class Influences implements Figures.PairConsumer {
    /// How the rows are told.
    enum By {
        ASSET("asset"),
        ASSET_TYPE("assetType"),
        CONTACT("contact");

        static final Choice<By> CHOICE = Choice.among("by", "breakdown", List.of(values()), by -> by.word);

        private final String word;

        By(String word) {
            this.word = word;
        }
    }

    /// @param key `TYPE/ID`, type of asset, or id of a contact
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(String key, String type, String name, long influences) {}

    private final Map<Integer, Integer> pairsByContact = new HashMap<>();
    private final Map<Integer, Integer> pairsByKey = new HashMap<>();
    private final Map<String, Set<Integer>> contactsByType = new HashMap<>();
    private final Names names;
    private int total;

    Influences(Names names) {
        this.names = names;
    }

    @Override
    public void pair(int contact, int key, long at) {
        total++;
        pairsByContact.merge(contact, 1, Integer::sum);
        pairsByKey.merge(key, 1, Integer::sum);
        contactsByType
                .computeIfAbsent(names.influencer(key).type(), _ -> new HashSet<>())
                .add(contact);
    }

    /// Number of pairs, however they are told.
    int total() {
        return total;
    }

    /// Largest first, then by key.
    List<Row> rows(By by) {
        var rows = switch (by) {
            case ASSET -> pairsByKey.entrySet().stream().map(entry -> ofAsset(entry.getKey(), entry.getValue()));
            case ASSET_TYPE ->
                contactsByType.entrySet().stream()
                        .map(entry -> new Row(
                                entry.getKey(), null, null, entry.getValue().size()));
            case CONTACT ->
                pairsByContact.entrySet().stream()
                        .map(entry -> new Row(names.contact(entry.getKey()), null, null, entry.getValue()));
        };
        return rows.sorted(Comparator.comparingLong(Row::influences).reversed().thenComparing(Row::key))
                .toList();
    }

    private Row ofAsset(int key, int pairs) {
        var influencer = names.influencer(key);
        return new Row(influencer.key(), influencer.type(), influencer.name(), pairs);
    }
}
