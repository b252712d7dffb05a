package tributary.query.report;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tributary.store.Caller;

/// Reads [Asked] from a request. A parameter without a value counts as not sent, an unknown one is ignored.
final class AskedResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class;
    }

    @Override
    public Asked resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        return new Asked(
                (Caller) request.getAttribute(Caller.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST),
                sent(request, "from"),
                sent(request, "to"),
                sent(request, "ruleSet"),
                sent(request, "model"),
                sent(request, "asOf"),
                ReportRequest.waits(request.getNativeRequest(HttpServletRequest.class)));
    }

    private static String sent(NativeWebRequest request, String name) {
        var value = request.getParameter(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
