package tributary.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Facts in a database of PostgreSQL.
///
/// @param user `null` for the name of the user that this process runs as
/// @param password `null` for the one that the driver finds in `~/.pgpass`, or for none
/// @param options of the driver, some of [#OPTIONS]
public record PostgresDatabase(
        String host, int port, String database, String user, String password, Map<String, String> options)
        implements StoreLocation {
    static final String SCHEME = "postgresql:";
    static final String FORM = "postgresql://USER:PASSWORD@HOST:PORT/DATABASE";
    static final String SCHEMA = "currentSchema";
    private static final Set<String> OPTIONS = Set.of(SCHEMA, "sslmode", "sslrootcert", "sslcert", "sslkey");
    private static final int USUAL_PORT = 5432;
    private static final int HIGHEST_PORT = 65_535;

    private static final Pattern ADDRESS = Pattern.compile(SCHEME
            + "//(?:(?<user>[^:@/?#]+)(?::(?<password>[^@/?#]*))?@)?"
            + "(?<host>\\[[0-9a-fA-F:.]+]|[^:@/?#\\[\\]]+)(?::(?<port>[0-9]{1,5}))?"
            + "/(?<database>[^/?#]+)(?:\\?(?<options>[^#]*))?");

    public PostgresDatabase {
        options = Map.copyOf(options);
    }

    static PostgresDatabase parse(String text) {
        var address = ADDRESS.matcher(text);
        if (!address.matches())
            throw StoreLocation.invalid("the address of PostgreSQL cannot be read; expected " + FORM
                    + ", where what is special in a password is written as %XX");
        int port = Optional.ofNullable(address.group("port"))
                .map(Integer::parseInt)
                .orElse(USUAL_PORT);
        if (port == 0 || port > HIGHEST_PORT)
            throw StoreLocation.invalid("PostgreSQL has no port " + port + "; expected 1 to " + HIGHEST_PORT);
        return new PostgresDatabase(
                address.group("host"),
                port,
                plain(address.group("database")),
                plain(address.group("user")),
                plain(address.group("password")),
                options(address.group("options")));
    }

    private static Map<String, String> options(String text) {
        var options = new LinkedHashMap<String, String>();
        if (text == null || text.isEmpty()) return options;
        for (var option : text.split("&")) {
            int equals = option.indexOf('=');
            var name = equals < 0 ? option : option.substring(0, equals);
            if (equals < 0 || !OPTIONS.contains(name))
                throw StoreLocation.invalid("the address of PostgreSQL has an option that is not known; accepted are "
                        + String.join(", ", new TreeSet<>(OPTIONS)));
            options.put(name, plain(option.substring(equals + 1)));
        }
        return options;
    }

    /// Undoes `%XX`.
    private static String plain(String text) {
        if (text == null) return null;
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw StoreLocation.invalid("the address of PostgreSQL has a % that two hexadecimal digits do not follow");
        }
    }

    /// Without the password.
    @Override
    public String toString() {
        return SCHEME + "//" + (user == null ? "" : user + "@") + host + ":" + port + "/" + database;
    }
}
