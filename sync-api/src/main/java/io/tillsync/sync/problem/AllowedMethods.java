package io.tillsync.sync.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Knows which methods an address has, whoever calls. Spring MVC tells so too, but later, and not where one pattern, such as {@code
 * /{type}/{id}}, fits addresses that are another's.
 */
public final class AllowedMethods {

    /** Made late: the mapping needs controllers, which may need what needs this. */
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    private final ObjectProvider<ServedAddresses> addresses;

    AllowedMethods(ObjectProvider<RequestMappingHandlerMapping> mappings, ObjectProvider<ServedAddresses> addresses) {
        this.mappings = mappings;
        this.addresses = addresses;
    }

    /** The 405 that the request would get, if it is that; empty also where nothing is served at the address. */
    public Optional<Problem> refusal(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        PathContainer path =
                ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        Set<String> allowed = new TreeSet<>();
        mappings.orderedStream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(info -> methods(info, path).forEach(allowed::add));
        if (allowed.isEmpty() || allowed.contains(request.getMethod())) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "Allow names what is allowed.")
                .withHeader("Allow", String.join(", ", allowed)));
    }

    private Stream<String> methods(RequestMappingInfo info, PathContainer path) {
        return Optional.ofNullable(info.getPathPatternsCondition()).stream()
                .flatMap(condition -> condition.getPatterns().stream())
                .flatMap(pattern -> methods(info, pattern, path));
    }

    private Stream<String> methods(RequestMappingInfo info, PathPattern pattern, PathContainer path) {
        PathPattern.PathMatchInfo match = pattern.matchAndExtract(path);
        return match == null
                ? Stream.empty()
                : info.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> method == RequestMethod.GET
                                ? Stream.of("GET", "HEAD", "OPTIONS")
                                : Stream.of(method.name(), "OPTIONS"))
                        .filter(method -> addresses
                                .orderedStream()
                                .allMatch(rule ->
                                        rule.isServed(method, pattern.getPatternString(), match.getUriVariables())));
    }
}
