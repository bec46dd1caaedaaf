package io.tillsync.sync.openapi;

import io.tillsync.core.type.EntityType;
import io.tillsync.sync.call.SyncTypes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of a call: in its path, in its query, in its headers. */
final class Parameters {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final Components components;
    private final SyncTypes syncTypes;

    Parameters(Components components, SyncTypes syncTypes) {
        this.components = components;
        this.syncTypes = syncTypes;
    }

    ArrayNode of(Call call) {
        ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
        Matcher variables = VARIABLE.matcher(call.path());
        while (variables.find()) {
            parameters.add(parameter("path", variables.group(1), "", true, Schemas.id()));
        }
        if (call.has(Trait.LISTED)) {
            addList(call.type().orElseThrow(), parameters);
        }
        for (ApiParameter said : call.said().parameters()) {
            parameters.add(query(said));
        }
        call.traits().forEach(trait -> add(trait, call, parameters));
        if (call.said().sends() == Sends.CSV) {
            parameters.add(header("Content-Encoding", "How the file is compressed.", Schemas.choice(List.of("gzip"))));
        }
        return parameters;
    }

    private void addList(EntityType type, ArrayNode parameters) {
        String text = "Text to find: the beginnings of words, in any case, all of which must match; or a whole code.";
        parameters.add(parameter("query", "q", text, false, Schemas.text().put("maxLength", 200)));
        EntitySchemas.listParameters(type)
                .forEach((name, schema) ->
                        parameters.add(parameter("query", name, "Only those with this value.", false, schema)));
        if (!EntitySchemas.sorts(type).isEmpty()) {
            String order = "The field to sort by; with - before it, the other way round.";
            parameters.add(parameter("query", "sort", order, false, Schemas.choice(EntitySchemas.sorts(type))));
        }
    }

    private static ObjectNode query(ApiParameter said) {
        ObjectNode schema = said.most() == ApiParameter.NO_NUMBER
                ? Schemas.text()
                : Schemas.of("integer").put("minimum", said.least()).put("maximum", said.most());
        if (said.usual() != ApiParameter.NO_NUMBER) {
            schema.put("default", said.usual());
        }
        if (!said.format().isEmpty()) {
            schema.put("format", said.format());
        }
        return parameter("query", said.name(), said.description(), said.required(), schema);
    }

    private void add(Trait trait, Call call, ArrayNode parameters) {
        switch (trait) {
            case SCOPED -> {
                parameters.add(header("X-Store-Id", "Which store is meant. Needed by who has several.", Schemas.id()));
                parameters.add(header(
                        "X-Business-Id",
                        "Which business is meant. Needed by who has several, and names no store.",
                        Schemas.id()));
            }
            case FRESH ->
                parameters.add(header(
                        "X-Sync-Token",
                        "A token that the caller has seen: the answer is not older than that.",
                        Schemas.text()));
            case CONDITIONAL, CONDITIONAL_AT_HEAD -> {
                parameters.add(header("If-None-Match", "The ETag that the caller holds.", Schemas.text()));
                if (call.has(Trait.STATE)) {
                    parameters.add(
                            header("If-Modified-Since", "The Last-Modified that the caller holds.", Schemas.text()));
                }
            }
            case BY_TYPES -> parameters.add(byTypes());
            case VERSIONED -> {
                parameters.add(header(
                        "If-Match", "The version that the call is based on, as the ETag names it.", Schemas.text()));
                parameters.add(component(
                        "query",
                        "syncVersion",
                        "The version that the call is based on.",
                        Schemas.of("integer").put("format", "int64")));
            }
            case MERGING ->
                parameters.add(component(
                        "query",
                        "onConflict",
                        "What to do where it was changed since: merge, if no field was changed by both sides.",
                        Schemas.choice(List.of("merge", "refuse"))));
            case KEYED -> parameters.add(key("IdempotencyKeyIfAny", false));
            case KEY_REQUIRED -> parameters.add(key("IdempotencyKey", true));
            default -> {}
        }
    }

    private ObjectNode key(String component, boolean isRequired) {
        String description = "The caller's own, the same with every retry: the call is applied once. Kept for 90 days.";
        ObjectNode schema = Schemas.text().put("pattern", "^[\\x21-\\x7e]{1,200}$");
        return components.define(
                "parameters",
                component,
                component,
                () -> parameter("header", "Idempotency-Key", description, isRequired, schema));
    }

    private ObjectNode byTypes() {
        ObjectNode names =
                Schemas.choice(syncTypes.all().stream().map(EntityType::name).toList());
        return components.define(
                "parameters",
                "entities",
                "entities",
                () -> parameter(
                                "query",
                                "entities",
                                "Only these types; all where there is none.",
                                false,
                                Schemas.array(names))
                        .put("style", "form")
                        .put("explode", false));
    }

    private ObjectNode header(String name, String description, ObjectNode schema) {
        return component("header", name, description, schema);
    }

    private ObjectNode component(String in, String name, String description, ObjectNode schema) {
        return components.define(
                "parameters", name.replace("-", ""), name, () -> parameter(in, name, description, false, schema));
    }

    private static ObjectNode parameter(
            String in, String name, String description, boolean isRequired, ObjectNode schema) {
        ObjectNode parameter = Schemas.node().put("name", name).put("in", in);
        Schemas.described(parameter, description).put("required", isRequired);
        return parameter.set("schema", schema);
    }
}
