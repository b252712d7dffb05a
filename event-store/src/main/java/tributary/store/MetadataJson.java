package tributary.store;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.MetaData;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// An event message's metadata as JSON. The account stands in a column of its own and is put back when reading.
final class MetadataJson {
    private static final TypeReference<HashMap<String, Object>> VALUES = new TypeReference<>() {};

    private final JsonMapper json = new JsonMapper();

    /// @throws IllegalArgumentException if the account is missing
    String account(MetaData metadata) {
        if (metadata.get(FactMetadata.ACCOUNT) instanceof String account && !account.isBlank()) return account;
        throw new IllegalArgumentException("the metadata of an event must name its " + FactMetadata.ACCOUNT);
    }

    /// @return `null` if there is nothing but the account
    /// @throws IllegalArgumentException if a value is neither text nor number nor truth
    String write(MetaData metadata) {
        if (metadata.size() == 1) return null;
        var values = new TreeMap<String, Object>(metadata);
        values.remove(FactMetadata.ACCOUNT);
        values.forEach((name, value) -> {
            if (value != null && !(value instanceof String || value instanceof Number || value instanceof Boolean))
                throw new IllegalArgumentException("metadata " + name + " is neither text nor number nor truth");
        });
        return json.writeValueAsString(values);
    }

    MetaData read(String account, String metadata) {
        if (metadata == null) return MetaData.with(FactMetadata.ACCOUNT, account);
        Map<String, Object> values = json.readValue(metadata, VALUES);
        values.put(FactMetadata.ACCOUNT, account);
        return MetaData.from(values);
    }
}
