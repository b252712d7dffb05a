package tributary.standalone.http;

import java.util.List;

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
}
