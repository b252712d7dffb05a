package tributary.standalone.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tributary.events.Refusal;

/// Keeps bodies that are read whole, such as settings, within a bound. History is streamed and has bounds of its own.
@RestControllerAdvice
final class BodyBound extends RequestBodyAdviceAdapter {
    static final int LARGEST = 1 << 20;

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        var bytes = message.getBody().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST)
            throw new Refusal.TooLarge("the body has more than " + LARGEST + " bytes; expected at most that many");
        return new Whole(new ByteArrayInputStream(bytes), message.getHeaders());
    }

    /// A body that was read already, named as Spring asks for it.
    private record Whole(InputStream getBody, HttpHeaders getHeaders) implements HttpInputMessage {}
}
