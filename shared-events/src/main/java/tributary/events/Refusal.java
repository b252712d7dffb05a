package tributary.events;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Why something was not done: thrown where the rule lives, translated once per API (RFC 9457 problems in ours).
/// `detail` names the thing, the value seen and what would be accepted, and nothing personal.
public abstract sealed class Refusal extends RuntimeException {
    private final String reason;
    private final String title;
    private final transient Map<String, Object> particulars = new LinkedHashMap<>();

    private Refusal(String reason, String title, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.title = title;
    }

    /// Last part of the problem's type, such as `unknown-campaign`.
    public String reason() {
        return reason;
    }

    /// What kind of problem it is, in words that are the same each time.
    public String title() {
        return title;
    }

    /// What happened this time.
    public String detail() {
        return getMessage();
    }

    /// Values for programs to read, beside the text.
    public Map<String, Object> particulars() {
        return Collections.unmodifiableMap(particulars);
    }

    /// Adds a value for programs to read.
    public Refusal with(String name, Object value) {
        particulars.put(name, value);
        return this;
    }

    /// 400: the input is not of the form or value that would be accepted.
    public static final class Invalid extends Refusal {
        public Invalid(String reason, String title, String detail) {
            super(reason, title, detail);
        }
    }

    /// 401: no token, or one that nobody holds (any more).
    public static final class Unauthenticated extends Refusal {
        public Unauthenticated(String detail) {
            super("unauthenticated", "A valid token is needed", detail);
        }
    }

    /// 403: the token lacks a scope.
    public static final class Forbidden extends Refusal {
        public Forbidden(String scope) {
            super("missing-scope", "The token lacks a scope", "this needs the scope " + scope);
            with("scope", scope);
        }
    }

    /// 404: there is no such thing in this account.
    public static final class Unknown extends Refusal {
        public Unknown(String thing, String id) {
            this(thing, id, "there is no " + thing + " " + id + " in this account");
        }

        private Unknown(String thing, String id, String detail) {
            super("unknown-" + thing.replace(' ', '-'), "There is no such " + thing, detail);
            with(field(thing), id);
        }

        /// As fields are written: `ruleSet` for a rule set.
        private static String field(String thing) {
            var words = thing.split(" ");
            for (var word = 1; word < words.length; word++)
                words[word] = Character.toUpperCase(words[word].charAt(0)) + words[word].substring(1);
            return String.join("", words);
        }

        /// Also what those are told who may not know that the account exists.
        public static Unknown account(String id) {
            return new Unknown("account", id, "there is no account " + id + " for this token");
        }
    }

    /// 409: it contradicts what is already there.
    public static final class Conflict extends Refusal {
        public Conflict(String reason, String title, String detail) {
            super(reason, title, detail);
        }
    }

    /// 413: over a limit, which the text names.
    public static final class TooLarge extends Refusal {
        public TooLarge(String detail) {
            super("too-large", "It is larger than the limit", detail);
        }
    }

    /// 415: the body is of a kind that is not understood; the text names those that are.
    public static final class Unsupported extends Refusal {
        public Unsupported(String detail) {
            super("unsupported-media-type", "The body is of a kind that is not understood", detail);
        }
    }

    /// 503: not now; try again after `retryAfterSeconds`.
    public static final class Busy extends Refusal {
        private final int retryAfterSeconds;

        public Busy(String reason, String title, String detail, int retryAfterSeconds) {
            super(reason, title, detail);
            this.retryAfterSeconds = retryAfterSeconds;
        }

        /// What those are told who come while the server ends.
        public static Busy ending() {
            return new Busy(
                    "server-ending",
                    "The server is ending",
                    "the server is ending and takes nothing more; expected again when it has started anew",
                    1);
        }

        public int retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }
}
