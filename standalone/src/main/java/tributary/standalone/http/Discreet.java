package tributary.standalone.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Leaves e-mail addresses out of what is said about a request, in answers and in the log. Whoever asks for
/// `/contacts/eve@example.com` may have meant an id; what is repeated to them must not be an address all the same.
final class Discreet {
    private static final Pattern NAMED_BY_ADDRESS = Pattern.compile("email:[^/\\s\"]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("[^/\\s\"]*(?:@|%40)[^/\\s\"]*");

    private Discreet() {}

    static String path(String path) {
        return text(NAMED_BY_ADDRESS.matcher(path).replaceAll("email:…"));
    }

    static String text(String text) {
        return ADDRESS.matcher(text).replaceAll("…");
    }

    /// What failed where, without addresses in the words for it.
    static Throwable failure(Throwable failure) {
        return new Failure(failure);
    }

    /// Stands for another in the log.
    private static final class Failure extends Exception {
        Failure(Throwable failure) {
            super(text(failure.toString()));
            setStackTrace(failure.getStackTrace());
            if (failure.getCause() != null) initCause(new Failure(failure.getCause()));
        }
    }

    /// Other values than texts stay: they are numbers, and lists of what would be accepted.
    static Map<String, Object> values(Map<String, ?> values) {
        var discreet = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> discreet.put(name, value instanceof String text ? text(text) : value));
        return discreet;
    }
}
