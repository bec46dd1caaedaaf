package io.tillsync.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link Visitor}, the {@link Place} that the address names, and its {@link Formats}. */
@Component
class PageArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Visitor.class || type == Place.class || type == Formats.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory factory) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("Pages are served to servlet requests");
        }
        if (parameter.getParameterType() == Visitor.class) {
            return Visitors.current().orElseThrow(NoSuchPage::new);
        }
        return parameter.getParameterType() == Place.class
                ? place(request).orElseThrow(NoSuchPage::new)
                : Formats.of(place(request), request);
    }

    static Optional<Place> place(HttpServletRequest request) {
        return Optional.ofNullable((Place) request.getAttribute(PlaceInterceptor.PLACE));
    }
}
