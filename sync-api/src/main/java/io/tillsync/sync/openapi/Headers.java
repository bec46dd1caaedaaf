package io.tillsync.sync.openapi;

import tools.jackson.databind.node.ObjectNode;

/** The headers of one response. */
final class Headers {

    private final Components components;
    private final ObjectNode headers = Schemas.node();

    Headers(Components components) {
        this.components = components;
    }

    /** Those of every answer. */
    Headers always() {
        return required(
                        "X-Server-Time",
                        "The server's time: by it a till tells how far off its own clock is.",
                        Schemas.time())
                .required(
                        "X-Request-Id",
                        "What the request is called in the server's log and in the audit: the X-Request-Id that it came with, where that is 1 to 64 of A-Z a-z 0-9 . _ -; else a new one.",
                        Schemas.text());
    }

    Headers required(String name, String description, ObjectNode schema) {
        return add(name, name.replace("-", ""), description, schema, true);
    }

    /** One that is not in every such answer. */
    Headers optional(String name, String description, ObjectNode schema) {
        return add(name, name.replace("-", "") + "IfAny", description, schema, false);
    }

    private Headers add(String name, String component, String description, ObjectNode schema, boolean isRequired) {
        headers.set(
                name,
                components.define(
                        "headers",
                        component,
                        description,
                        () -> Schemas.node()
                                .put("description", description)
                                .put("required", isRequired)
                                .set("schema", schema)));
        return this;
    }

    ObjectNode toJson() {
        return headers;
    }
}
