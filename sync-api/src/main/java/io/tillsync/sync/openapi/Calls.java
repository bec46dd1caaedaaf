package io.tillsync.sync.openapi;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Writers;
import io.tillsync.sync.call.EntityCall;
import io.tillsync.sync.call.SyncCall;
import io.tillsync.sync.call.SyncTypes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All calls that the API has, read off the mappings: a path that stands for many entity types is there once for each. */
@Component
class Calls {

    private static final String TYPE = "{type}";

    /** Made late: the mapping needs all controllers. */
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    private final EntityTypes types;
    private final SyncTypes syncTypes;

    Calls(ObjectProvider<RequestMappingHandlerMapping> mappings, EntityTypes types, SyncTypes syncTypes) {
        this.mappings = mappings;
        this.types = types;
        this.syncTypes = syncTypes;
    }

    /** Those that are documented, by path, reads first. */
    List<Call> all() {
        return mapped().filter(mapping -> said(mapping.handler()).isPresent())
                .flatMap(this::calls)
                .sorted(Comparator.comparing(Call::path).thenComparing(Call::method))
                .toList();
    }

    /** The methods of controllers that answer calls of the API, and do not say which. */
    List<String> undocumented() {
        return mapped().filter(mapping -> said(mapping.handler()).isEmpty())
                .map(mapping -> mapping.pattern() + ": " + mapping.handler())
                .toList();
    }

    private record Mapping(String pattern, RequestMethod method, HandlerMethod handler) {}

    private Stream<Mapping> mapped() {
        return mappings.orderedStream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(entry -> mapped(entry.getKey(), entry.getValue()));
    }

    private static Stream<Mapping> mapped(RequestMappingInfo info, HandlerMethod handler) {
        return info.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith(Call.ROOT))
                .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                        .map(method -> new Mapping(pattern, method, handler)));
    }

    private static Optional<ApiCall> said(HandlerMethod handler) {
        return Optional.ofNullable(handler.getMethodAnnotation(ApiCall.class));
    }

    private Stream<Call> calls(Mapping mapping) {
        if (!mapping.pattern().contains(TYPE)) {
            String first = mapping.pattern().substring(Call.ROOT.length()).replaceFirst("/.*", "");
            return Stream.of(call(mapping, mapping.pattern(), types.find(first)));
        }
        return typesInPath(mapping)
                .map(type -> call(mapping, mapping.pattern().replace(TYPE, type.name()), Optional.of(type)));
    }

    private static Call call(Mapping mapping, String path, Optional<EntityType> type) {
        ApiCall said = said(mapping.handler()).orElseThrow();
        return new Call(path, mapping.method(), mapping.handler(), said, type);
    }

    private Stream<EntityType> typesInPath(Mapping mapping) {
        List<Class<?>> arguments = Arrays.stream(mapping.handler().getMethodParameters())
                .<Class<?>>map(parameter -> parameter.getParameterType())
                .toList();
        if (arguments.contains(EntityCall.class)) {
            return types.all()
                    .filter(type -> type.level() != Level.INSTALLATION)
                    .filter(type -> mapping.method() == RequestMethod.GET || type.writers() != Writers.OWN_CALLS);
        }
        if (arguments.contains(SyncCall.class)) {
            return syncTypes.all().stream();
        }
        if (mapping.handler().createWithResolvedBean().getBean() instanceof PathTypes own) {
            return own.typesInPath();
        }
        throw new IllegalStateException("Which types " + mapping + " is about has to be said by " + PathTypes.class);
    }
}
