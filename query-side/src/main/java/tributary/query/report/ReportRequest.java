package tributary.query.report;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What can be told of a request for a report before it is answered.
public final class ReportRequest {
    /// The paths of [Reports#answerFromFigures] and its like, but for those that need journeys by another parameter.
    private static final Pattern OF_FIGURES =
            Pattern.compile("/api/v1/(metrics|campaigns/[^/]+/(metrics|series|influences|deals|roi|contacts/[^/]+))");

    private ReportRequest() {}

    /// Whether the answer may be waited for: `Prefer: wait=0` says no, also among other preferences (RFC 7240).
    public static boolean waits(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Prefer")).stream()
                .flatMap(header -> Stream.of(header.split("[,;]")))
                .map(preference -> preference.replace(" ", ""))
                .noneMatch("wait=0"::equalsIgnoreCase);
    }

    /// Whether figures and their directory are enough to answer, without journeys.
    public static boolean needsFiguresOnly(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && OF_FIGURES.matcher(request.getServletPath()).matches()
                && request.getParameter("asOf") == null
                && !Models.isDataDriven(request.getParameter("model"));
    }
}
