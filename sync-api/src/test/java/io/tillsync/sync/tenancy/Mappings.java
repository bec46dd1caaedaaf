package io.tillsync.sync.tenancy;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All calls that the server takes, as it has mapped them: what a new controller adds is among them by itself. */
final class Mappings {

    static final String API = "/api/v1";

    private Mappings() {}

    /** A method and the pattern of its paths, in full. */
    record Mapping(String method, String pattern) {

        /** Whether it is below {@link #API}, where all that needs a token is. */
        boolean isOfApi() {
            return pattern.startsWith(API + "/");
        }

        String belowApi() {
            return pattern.substring(API.length());
        }

        @Override
        public String toString() {
            return method + " " + (isOfApi() ? belowApi() : pattern);
        }
    }

    static List<Mapping> of(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(Mappings::each)
                .distinct()
                .toList();
    }

    private static Stream<Mapping> each(RequestMappingInfo info) {
        List<String> methods = info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .toList();
        return info.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? List.of("ANY") : methods)
                        .stream().map(method -> new Mapping(method, pattern)));
    }
}
