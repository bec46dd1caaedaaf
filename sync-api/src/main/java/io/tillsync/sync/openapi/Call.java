package io.tillsync.sync.openapi;

import io.tillsync.core.type.EntityType;
import io.tillsync.sync.auth.Caller;
import io.tillsync.sync.call.Data;
import io.tillsync.sync.call.EntityCall;
import io.tillsync.sync.call.EntityView;
import io.tillsync.sync.call.SyncCall;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/**
 * One call that the API has: a path, a method, and who answers it.
 *
 * @param path as in the document: with the name of an entity type in the place of {@code {type}}
 * @param type the entity type that the path names
 */
record Call(String path, RequestMethod method, HandlerMethod handler, ApiCall said, Optional<EntityType> type) {

    static final String ROOT = "/api/v1/";

    /** What is under one heading: the first name in the path. */
    String tag() {
        return path.substring(ROOT.length()).replaceFirst("/.*", "");
    }

    String id() {
        return type.map(entity -> said.id()
                        .replace("Entities", Schemas.pascal(entity.name()))
                        .replace("Entity", Schemas.nameOf(entity)))
                .orElse(said.id());
    }

    String inWords(String text) {
        return type.map(entity -> text.replace("{types}", entity.name().replace('-', ' '))
                        .replace("{type}", entity.singular().replace('-', ' ')))
                .orElse(text);
    }

    boolean isOpen() {
        return !takes(Caller.class) && !takes(EntityCall.class) && !takes(SyncCall.class);
    }

    boolean takes(Class<?> argument) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == argument);
    }

    boolean has(Trait trait) {
        return traits().contains(trait);
    }

    /** What was said, and what follows. */
    Set<Trait> traits() {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        traits.addAll(List.of(said.traits()));
        if (takes(EntityCall.class) || takes(SyncCall.class)) {
            traits.add(Trait.SCOPED);
        }
        if (returnsState() && !hasNoContent()) {
            traits.add(Trait.STATE);
        }
        if (traits.contains(Trait.STATE)) {
            traits.add(Trait.POSITIONED);
        }
        return traits;
    }

    private boolean returnsState() {
        ResolvableType returned = ResolvableType.forMethodReturnType(handler.getMethod());
        ResolvableType answer = returned.toClass() == ResponseEntity.class ? returned.getGeneric(0) : returned;
        return answer.toClass() == Data.class && answer.getGeneric(0).toClass() == EntityView.class;
    }

    boolean hasNoContent() {
        return List.of(204).equals(Arrays.stream(said.answers()).boxed().toList());
    }
}
