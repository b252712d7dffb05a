package tributary.standalone.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which node does what a request asks for. Every path is listed here, and nowhere else.
enum Destination {
    /// The node that was asked.
    HERE,
    /// One that takes writes.
    WRITER,
    /// The one that holds the journeys of the account.
    OWNER;

    /// What the command side does, reading included: it asks its aggregates within a transaction.
    private static final List<String> OF_WRITERS =
            List.of("/api/v1/accounts", "/api/v1/account", "/api/v1/tokens", "/api/v1/history");

    private static final String API = "/api/v1/";

    /// Whatever is not of the API needs facts alone, such as a contact under `/crm/`, or nothing.
    static Destination of(String path) {
        if (OF_WRITERS.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"))) return WRITER;
        return path.startsWith(API) ? OWNER : HERE;
    }

    /// What figures and their directory answer, without journeys.
    private static final Pattern OF_FIGURES =
            Pattern.compile("/api/v1/(metrics|campaigns/[^/]+/(metrics|series|influences|deals|roi|contacts/[^/]+))");

    /// Models that are computed from journeys.
    private static final Set<String> DATA_DRIVEN = Set.of("MARKOV", "SHAPLEY");

    /// Whether a report is asked for that can be answered from what is published.
    static boolean asksForFigures(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && OF_FIGURES.matcher(request.getServletPath()).matches()
                && request.getParameter("asOf") == null
                && !DATA_DRIVEN.contains(String.valueOf(request.getParameter("model")));
    }

    /// Whether the answer may be waited for (`Prefer: wait=0` says no).
    static boolean waits(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Prefer")).stream()
                .flatMap(header -> Stream.of(header.split("[,;]")))
                .map(preference -> preference.replace(" ", ""))
                .noneMatch("wait=0"::equalsIgnoreCase);
    }
}
