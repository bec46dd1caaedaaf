package io.tillsync.sync.call;

import io.tillsync.core.type.EntityType;

/** The value of one field as clients see it. */
public record ValueView(EntityType type, String field, Object value) {}
