package io.tillsync.sync.call;

import io.tillsync.sync.auth.Caller;
import io.tillsync.sync.auth.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers what they say in their signature that they need: the caller, or the call with all that was found out of it. */
@Configuration(proxyBeanMethods = false)
class CallArguments implements WebMvcConfigurer {

    private final CallResolver calls;

    CallArguments(CallResolver calls) {
        this.calls = calls;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Argument<>(Caller.class, (request, caller) -> caller));
        resolvers.add(new Argument<>(EntityCall.class, calls::entityCall));
        resolvers.add(new Argument<>(SyncCall.class, calls::syncCall));
    }

    private record Argument<T>(Class<T> type, BiFunction<HttpServletRequest, Caller, T> resolve)
            implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
            return resolve.apply(request, Callers.current());
        }
    }
}
