package io.tillsync.sync.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Asks Spring MVC, ahead of its time, whether the address has a controller for another method only. */
final class AllowedMethods {
    /** Made late: the mapping needs controllers, which may need what needs this. */
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    AllowedMethods(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** The 405 that the request would get, if it is that. */
    Optional<Problem> refusal(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        for (var mapping : mappings) {
            try {
                mapping.getHandler(request);
            } catch (HttpRequestMethodNotSupportedException wrong) {
                return FrameworkFaults.problemFor(wrong);
            } catch (Exception other) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
