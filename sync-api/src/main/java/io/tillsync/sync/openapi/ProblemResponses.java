package io.tillsync.sync.openapi;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.FieldError;
import io.tillsync.sync.problem.ProblemCode;
import io.tillsync.sync.problem.ProblemWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What refusals look like: one schema for each code, and one response for each set of codes that a status can have. */
final class ProblemResponses {

    private final Components components;
    private final EntitySchemas entities;
    private final RecordSchemas records;

    ProblemResponses(Components components, EntitySchemas entities, RecordSchemas records) {
        this.components = components;
        this.entities = entities;
        this.records = records;
    }

    /** All codes, also those of refusals that no operation names: 404 and 405 for what is no operation. */
    void defineAll() {
        Stream.of(ProblemCode.values())
                .filter(code -> code != ProblemCode.VERSION_CONFLICT)
                .forEach(code -> schema(code, Optional.empty()));
    }

    /** The responses by status. */
    SortedMap<String, ObjectNode> responses(Collection<ProblemCode> codes, Optional<EntityType> type) {
        SortedMap<String, SortedMap<String, ProblemCode>> byStatus = new TreeMap<>();
        for (ProblemCode code : codes) {
            statuses(code)
                    .forEach(status -> byStatus.computeIfAbsent(String.valueOf(status), absent -> new TreeMap<>())
                            .put(code.code(), code));
        }
        SortedMap<String, ObjectNode> responses = new TreeMap<>();
        byStatus.forEach((status, some) -> responses.put(status, response(status, List.copyOf(some.values()), type)));
        return responses;
    }

    private static Stream<Integer> statuses(ProblemCode code) {
        return code == ProblemCode.VERSION_CONFLICT ? Stream.of(409, 412) : Stream.of(code.status());
    }

    private ObjectNode response(String status, List<ProblemCode> codes, Optional<EntityType> type) {
        Optional<EntityType> own = type.filter(any -> codes.contains(ProblemCode.VERSION_CONFLICT));
        String name = codes.stream()
                .map(code -> Schemas.pascal(code.code()))
                .collect(Collectors.joining("Or", own.map(Schemas::nameOf).orElse(""), own.isPresent() ? status : ""));
        return components.define("responses", name, List.of(status, codes, own), () -> {
            ObjectNode response = Schemas.node().put("description", described(codes));
            Headers headers = new Headers(components).always();
            switch (status) {
                case "401" -> headers.required("WWW-Authenticate", "How to log in.", Schemas.text());
                case "503", "429" ->
                    headers.required("Retry-After", "In how many seconds to try again.", Schemas.whole(1));
                default -> {}
            }
            response.set("headers", headers.toJson());
            List<ObjectNode> schemas =
                    codes.stream().map(code -> schema(code, type)).toList();
            return response.set("content", content(schemas));
        });
    }

    private static ObjectNode content(List<ObjectNode> schemas) {
        ArrayNode alternatives = JsonNodeFactory.instance.arrayNode();
        schemas.forEach(alternatives::add);
        ObjectNode schema =
                schemas.size() == 1 ? schemas.getFirst() : Schemas.node().set("oneOf", alternatives);
        return Schemas.node().set(ProblemWriter.MEDIA_TYPE, Schemas.node().set("schema", schema));
    }

    private static String described(List<ProblemCode> codes) {
        return codes.stream()
                .map(code -> "`" + code.code() + "`: " + code.title() + ".")
                .collect(Collectors.joining(" "));
    }

    private ObjectNode schema(ProblemCode code, Optional<EntityType> type) {
        Optional<EntityType> own = type.filter(any -> code == ProblemCode.VERSION_CONFLICT);
        return components.schema(
                own.map(Schemas::nameOf).orElse("") + Schemas.pascal(code.code()),
                List.of(code, own),
                () -> problem(code, own));
    }

    private ObjectNode problem(ProblemCode code, Optional<EntityType> type) {
        ObjectNode properties = Schemas.node();
        properties.set("type", Schemas.text().put("const", code.type()));
        properties.set("title", Schemas.text());
        properties.set("status", Schemas.of("integer").put("minimum", 400).put("maximum", 599));
        properties.set("code", Schemas.text().put("const", code.code()));
        properties.set(
                "detail", Schemas.described(Schemas.text(), "What is wrong this time, and what to do about it."));
        List<String> required = new java.util.ArrayList<>(List.of("type", "title", "status", "code", "detail"));
        members(code, type, properties, required);
        return Schemas.closed(properties, required);
    }

    private void members(ProblemCode code, Optional<EntityType> type, ObjectNode properties, List<String> required) {
        switch (code) {
            case VALIDATION_FAILED, INVALID_PARAMETER, MALFORMED_REQUEST ->
                properties.set(
                        "errors",
                        Schemas.array(records.of(ResolvableType.forClass(FieldError.class), Optional.empty())));
            case DUPLICATE_VALUE -> {
                properties.set("field", Schemas.text());
                properties.set("value", Schemas.described(Schemas.node(), "The value that is taken."));
                properties.set("holderId", Schemas.described(Schemas.id(), "Whose it is, where the caller may know."));
                required.addAll(List.of("field", "value"));
            }
            case STILL_REFERENCED -> {
                properties.set("entityType", Schemas.text());
                properties.set("entityId", Schemas.id());
                required.addAll(List.of("entityType", "entityId"));
            }
            case DELETED -> {
                properties.set("currentVersion", Schemas.whole(1));
                required.add("currentVersion");
            }
            case TOO_LARGE -> properties.set("limit", Schemas.described(Schemas.whole(1), "In bytes."));
            case INTERNAL_ERROR -> properties.set("reference", Schemas.text());
            case VERSION_CONFLICT -> conflict(type.orElseThrow(), properties, required);
            default -> {}
        }
    }

    private void conflict(EntityType type, ObjectNode properties, List<String> required) {
        properties.set("entityType", Schemas.text().put("const", type.name()));
        properties.set("entityId", Schemas.id());
        properties.set(
                "baseVersion",
                Schemas.described(Schemas.of("integer").put("format", "int64"), "What the call was based on."));
        properties.set("currentVersion", Schemas.whole(1));
        properties.set("base", entities.content(type));
        properties.set("client", entities.content(type));
        properties.set("server", entities.state(type));
        properties.set("fields", Schemas.array(difference()));
        properties.set(
                "mergeable", Schemas.described(Schemas.of("boolean"), "Whether no field was changed by both sides."));
        required.addAll(List.of(
                "entityType", "entityId", "baseVersion", "currentVersion", "client", "server", "fields", "mergeable"));
    }

    private ObjectNode difference() {
        return components.schema("FieldDifference", "FieldDifference", () -> {
            ObjectNode properties = Schemas.node();
            properties.set("name", Schemas.text());
            List.of("base", "client", "server").forEach(side -> properties.set(side, Schemas.node()));
            properties.set("conflicting", Schemas.described(Schemas.of("boolean"), "Whether both sides changed it."));
            return Schemas.closed(properties, List.of("name", "conflicting"));
        });
    }
}
