package io.tillsync.sync.openapi;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.sync.call.SyncTypes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts a document together. The same calls give the same document, byte by byte. */
final class ApiDocument {

    private static final String ABOUT = """
            Responses are `{"data": …}`; refusals are problem details (RFC 9457) with a stable `code`. A field without a value is absent. \
            Times are ISO 8601, UTC, with milliseconds. Amounts and quantities are decimal numbers. \
            A change names the version that it is based on, by `If-Match` or `syncVersion`, and is refused with everything \
            needed to resolve it where there is a newer one. \
            What is not described here answers 404 `not-found`, or 405 `method-not-allowed` with `Allow`.""";

    private final Components components = new Components();
    private final EntitySchemas entities = new EntitySchemas(components);
    private final RecordSchemas records;
    private final ProblemResponses refusals;
    private final Parameters parameters;
    private final Responses responses;

    private ApiDocument(EntityTypes types, SyncTypes syncTypes) {
        this.records = new RecordSchemas(components, entities, syncTypes);
        this.refusals = new ProblemResponses(components, entities, records);
        this.parameters = new Parameters(components, syncTypes);
        this.responses = new Responses(components, records, refusals, types);
    }

    static ObjectNode of(List<Call> calls, EntityTypes types, SyncTypes syncTypes) {
        return new ApiDocument(types, syncTypes).write(calls);
    }

    private ObjectNode write(List<Call> calls) {
        ObjectNode document = Schemas.node().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Tillsync")
                .put("version", "v1")
                .put("description", ABOUT)
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/");
        document.set("security", bearer());
        document.set("tags", tags(calls));
        ObjectNode paths = document.putObject("paths");
        calls.forEach(call -> paths.withObjectProperty(call.path())
                .set(call.method().name().toLowerCase(Locale.ROOT), operation(call)));
        refusals.defineAll();
        components.define(
                "securitySchemes",
                "bearer",
                "bearer",
                () -> Schemas.node()
                        .put("type", "http")
                        .put("scheme", "bearer")
                        .put("description", "A user's token, by logging in; or a terminal's, by registering."));
        return document.set("components", components.toJson());
    }

    private static ArrayNode bearer() {
        ArrayNode security = JsonNodeFactory.instance.arrayNode();
        security.addObject().putArray("bearer");
        return security;
    }

    private static ArrayNode tags(List<Call> calls) {
        Map<String, String> tags = new TreeMap<>();
        calls.forEach(call -> tags.put(
                call.tag(),
                call.type()
                        .filter(type -> type.name().equals(call.tag()))
                        .map(type -> "At the level of the " + word(type) + ".")
                        .orElse("")));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        tags.forEach((name, about) -> list.add(Schemas.described(Schemas.node().put("name", name), about)));
        return list;
    }

    private static String word(EntityType type) {
        return type.level().name().toLowerCase(Locale.ROOT);
    }

    private ObjectNode operation(Call call) {
        ObjectNode operation = Schemas.node();
        operation.putArray("tags").add(call.tag());
        operation.put("summary", call.inWords(call.said().summary()));
        Schemas.described(operation, call.inWords(call.said().description()));
        operation.put("operationId", call.id());
        if (call.isOpen()) {
            operation.putArray("security");
        }
        ArrayNode taken = parameters.of(call);
        if (!taken.isEmpty()) {
            operation.set("parameters", taken);
        }
        body(call).ifPresent(body -> operation.set("requestBody", body));
        return operation.set("responses", responses.of(call));
    }

    private Optional<ObjectNode> body(Call call) {
        Sends sends = call.said().sends();
        if (sends == Sends.NOTHING) {
            return Optional.empty();
        }
        ObjectNode content = Schemas.node();
        mediaTypes(sends).forEach(media -> content.set(media, Schemas.node().set("schema", schema(call))));
        return Optional.of(Schemas.node().put("required", sends.isRequired()).set("content", content));
    }

    private static List<String> mediaTypes(Sends sends) {
        return switch (sends) {
            case PATCH -> List.of("application/merge-patch+json", "application/json");
            case CSV -> List.of("text/csv");
            default -> List.of("application/json");
        };
    }

    private ObjectNode schema(Call call) {
        ApiCall said = call.said();
        return switch (said.sends()) {
            case CSV -> Schemas.text();
            case FORM -> records.of(ResolvableType.forClass(said.form()), call.type());
            case VERSION -> records.of(ResolvableType.forClass(BasedOn.class), call.type());
            default -> entities.body(call.type().orElseThrow(), said.sends(), said.fields());
        };
    }

    /** A body that only names what a call is based on. */
    private record BasedOn(Optional<String> id, Optional<Long> syncVersion) {}
}
