package io.tillsync.sync.call;

import io.tillsync.core.type.EntityType;
import org.bson.Document;

/** The own fields of an entity as clients see them, without what the system adds. */
public record ContentView(EntityType type, Document content) {}
