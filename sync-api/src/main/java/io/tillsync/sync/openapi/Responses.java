package io.tillsync.sync.openapi;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.sync.call.EntityCall;
import io.tillsync.sync.problem.ProblemCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.node.ObjectNode;

/** The responses to a call: those of success, and every refusal that there can be. */
final class Responses {

    private final Components components;
    private final RecordSchemas records;
    private final ProblemResponses refusals;
    private final EntityTypes types;

    Responses(Components components, RecordSchemas records, ProblemResponses refusals, EntityTypes types) {
        this.components = components;
        this.records = records;
        this.refusals = refusals;
        this.types = types;
    }

    ObjectNode of(Call call) {
        ObjectNode responses = Schemas.node();
        for (int status : call.said().answers()) {
            responses.set(String.valueOf(status), success(call, status));
        }
        if (call.has(Trait.CONDITIONAL) || call.has(Trait.CONDITIONAL_AT_HEAD)) {
            responses.set("304", response("The caller has it already.", headers(call, 304)));
        }
        Optional<EntityType> type = call.type();
        refusals.responses(codes(call), type).forEach(responses::set);
        return responses;
    }

    private ObjectNode success(Call call, int status) {
        ObjectNode response = response(inWords(status), headers(call, status));
        if (status != 204) {
            ObjectNode media = Schemas.node().set("schema", schema(call));
            response.set("content", Schemas.node().set(call.said().produces(), media));
        }
        return response;
    }

    private ObjectNode schema(Call call) {
        if (!call.said().produces().equals("application/json")) {
            return Schemas.text();
        }
        ResolvableType returned = call.said().answer() == void.class
                ? ResolvableType.forMethodReturnType(call.handler().getMethod())
                : ResolvableType.forClass(call.said().answer());
        return records.of(returned, call.type());
    }

    private static String inWords(int status) {
        return switch (status) {
            case 201 -> "It was made.";
            case 202 -> "It was taken in, and is done in the background.";
            case 204 -> "It was done.";
            default -> "As it is now.";
        };
    }

    private static ObjectNode response(String description, Headers headers) {
        return Schemas.node().put("description", description).set("headers", headers.toJson());
    }

    private Headers headers(Call call, int status) {
        Headers headers = new Headers(components).always();
        if (status == 201 || status == 202) {
            if (call.has(Trait.STATE) || status == 202) {
                headers.required("Location", "Where it is.", Schemas.text().put("format", "uri-reference"));
            }
        }
        if (call.has(Trait.STATE)) {
            headers.required("Last-Modified", "When it came to be as it is.", Schemas.text());
        }
        if (call.has(Trait.STATE) || call.has(Trait.CONDITIONAL) || status == 304) {
            headers.required(
                    "ETag", "Names the state: of an entity, its version in quotes, as \"v5\".", Schemas.text());
        } else if (call.has(Trait.CONDITIONAL_AT_HEAD)) {
            headers.optional("ETag", "Names the state, where there is no more to come.", Schemas.text());
        }
        if (call.has(Trait.POSITIONED)) {
            headers.required("X-Sync-Log", "The log that the token belongs to.", Schemas.text());
            headers.required(
                    "X-Sync-Token",
                    "Where that log stood: a read that carries it shows no older state.",
                    Schemas.text());
        }
        return headers;
    }

    private Set<ProblemCode> codes(Call call) {
        Set<ProblemCode> codes =
                EnumSet.of(ProblemCode.MALFORMED_REQUEST, ProblemCode.INVALID_PARAMETER, ProblemCode.UNAVAILABLE);
        codes.addAll(List.of(call.said().refusals()));
        addIf(!call.isOpen(), codes, ProblemCode.UNAUTHENTICATED);
        addIf(call.has(Trait.SCOPED) || call.path().contains("{"), codes, ProblemCode.NOT_FOUND);
        addIf(call.takes(EntityCall.class) && !call.isRead(), codes, ProblemCode.FORBIDDEN);
        addIf(
                !call.hasNoContent() && call.said().produces().equals("application/json"),
                codes,
                ProblemCode.NOT_ACCEPTABLE);
        addIf(call.has(Trait.VERSIONED), codes, ProblemCode.VERSION_CONFLICT, ProblemCode.PRECONDITION_REQUIRED);
        addIf(call.has(Trait.KEYED), codes, ProblemCode.IDEMPOTENCY_MISMATCH);
        addIf(call.has(Trait.KEY_REQUIRED), codes, ProblemCode.IDEMPOTENCY_MISMATCH, ProblemCode.PRECONDITION_REQUIRED);
        addIf(
                call.said().sends() != Sends.NOTHING,
                codes,
                ProblemCode.TOO_LARGE,
                ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                ProblemCode.VALIDATION_FAILED);
        call.type()
                .filter(type -> type.uniques().isEmpty())
                .ifPresent(type -> codes.remove(ProblemCode.DUPLICATE_VALUE));
        call.type()
                .filter(type -> types.referrers(type).isEmpty())
                .ifPresent(type -> codes.remove(ProblemCode.STILL_REFERENCED));
        return codes;
    }

    private static void addIf(boolean condition, Set<ProblemCode> codes, ProblemCode... more) {
        if (condition) {
            codes.addAll(List.of(more));
        }
    }
}
