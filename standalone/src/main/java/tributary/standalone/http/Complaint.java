package tributary.standalone.http;

import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// What is wrong with a request that reached no resource, in our words.
record Complaint(String reason, String title, String detail) {
    static Complaint about(Exception failure, int status) {
        return switch (failure) {
            case NoHandlerFoundException _ -> unknownPath();
            case NoResourceFoundException _ -> unknownPath();
            case HttpRequestMethodNotSupportedException wrong ->
                new Complaint(
                        "unknown-method",
                        "The method is not known here",
                        "this path does not take " + wrong.getMethod() + ", only "
                                + listed(wrong.getSupportedHttpMethods()));
            case HttpMediaTypeNotAcceptableException wrong ->
                new Complaint(
                        "not-acceptable",
                        "The wanted media type is not available",
                        wrong.getSupportedMediaTypes().isEmpty()
                                ? "the Accept header cannot be read; expected application/json, or no such header"
                                : "this path answers as " + listed(wrong.getSupportedMediaTypes()));
            case HttpMediaTypeNotSupportedException wrong ->
                new Complaint(
                        "unsupported-media-type",
                        "The media type is not known here",
                        "the body is " + wrong.getContentType() + "; this path takes "
                                + listed(wrong.getSupportedMediaTypes()));
            case HttpMessageNotReadableException unreadable ->
                new Complaint("unreadable-body", "The body cannot be read", whereUnreadable(unreadable.getCause()));
            case MissingServletRequestParameterException missing ->
                new Complaint(
                        "missing-parameter",
                        "A parameter is missing",
                        "the parameter " + missing.getParameterName() + " is needed");
            case MethodArgumentTypeMismatchException wrong ->
                new Complaint(
                        "invalid-parameter",
                        "A parameter has a value that is not accepted",
                        "the parameter " + wrong.getName() + " cannot be read from \"" + wrong.getValue() + "\"");
            default -> new Complaint("bad-request", "The request is not accepted", "HTTP status " + status);
        };
    }

    private static String listed(Collection<?> accepted) {
        return accepted.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static Complaint unknownPath() {
        return new Complaint("unknown-path", "There is nothing at this path", "see docs/api for the paths there are");
    }

    /// Place and field only: the text around it may be personal.
    private static String whereUnreadable(Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                "the field " + unknown.getPropertyName() + " is not known; known are " + unknown.getKnownPropertyIds();
            case JacksonException syntax
            when syntax.getLocation() != null ->
                "it is not the JSON expected here, at line "
                        + syntax.getLocation().getLineNr() + ", column "
                        + syntax.getLocation().getColumnNr();
            case null, default -> "JSON is expected here";
        };
    }
}
