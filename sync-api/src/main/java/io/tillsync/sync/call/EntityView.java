package io.tillsync.sync.call;

import io.tillsync.core.type.EntityType;
import org.bson.Document;

/** A state as clients see it. */
public record EntityView(EntityType type, Document state) {}
