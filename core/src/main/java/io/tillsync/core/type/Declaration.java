package io.tillsync.core.type;

/** A bean that declares one entity type; a type is there because its declaration is. */
public interface Declaration {

    EntityType type();
}
