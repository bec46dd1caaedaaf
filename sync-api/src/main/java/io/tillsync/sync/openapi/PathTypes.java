package io.tillsync.sync.openapi;

import io.tillsync.core.type.EntityType;
import java.util.stream.Stream;

/** A controller that says itself which entity types the {@code {type}} in its paths can be. */
public interface PathTypes {

    Stream<EntityType> typesInPath();
}
