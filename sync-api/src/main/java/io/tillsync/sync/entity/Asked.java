package io.tillsync.sync.entity;

import io.tillsync.audit.log.Operation;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Base;
import io.tillsync.sync.call.BaseVersion;
import io.tillsync.sync.call.EntityCall;
import io.tillsync.sync.call.IdempotencyKeys;
import io.tillsync.sync.call.WriteRefusals;
import io.tillsync.sync.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a change of an entity says beside its fields. It is read before the entity is looked for, and judged after: so what cannot be read
 * is told first.
 *
 * @param unwanted what is wrong with the fields already because there can be none
 */
record Asked(ObjectNode body, Operation operation, BaseVersion version, boolean merge, List<FieldError> unwanted) {

    static Asked of(EntityCall call, HttpServletRequest request, ObjectNode body) {
        return of(call, request, body, List.of());
    }

    /** For a change that takes no fields. */
    static Asked withoutFields(EntityCall call, HttpServletRequest request, ObjectNode body) {
        List<FieldError> unwanted = body.propertyNames().stream()
                .filter(name -> !SystemFields.NAMES.contains(name))
                .map(name -> FieldError.unknownField(name, "this call"))
                .toList();
        return of(call, request, body, unwanted);
    }

    private static Asked of(EntityCall call, HttpServletRequest request, ObjectNode body, List<FieldError> unwanted) {
        return new Asked(
                body,
                IdempotencyKeys.operation(request, call.actor(), body),
                BaseVersion.of(request, body),
                isMergeAsked(request),
                unwanted);
    }

    private static boolean isMergeAsked(HttpServletRequest request) {
        return switch (request.getParameter("onConflict")) {
            case null -> false;
            case "merge" -> true;
            case "refuse" -> false;
            default ->
                throw Problem.ofParameter("onConflict", "invalid-value", "must be merge or refuse")
                        .toException();
        };
    }

    /** As it is asked of {@code core}; of no meaning where {@link #isFaulty}. */
    Base base() {
        return merge ? version.base().merging() : version.base();
    }

    /** Whether the change is to be refused, where the entity is there. */
    boolean isFaulty(String id) {
        return version.isMissing() || !errors(id).isEmpty();
    }

    /** The refusal of a faulty change. */
    RuntimeException refusal(String id, List<FieldError> contentErrors) {
        if (version.isMissing()) {
            return BaseVersion.required().toException();
        }
        List<FieldError> errors = errors(id);
        errors.addAll(contentErrors);
        return WriteRefusals.invalid(errors).toException();
    }

    private List<FieldError> errors(String id) {
        List<FieldError> errors = new ArrayList<>(unwanted);
        version.error().ifPresent(errors::add);
        JsonNode given = body.path(SystemFields.ID);
        boolean isAbsent = given.isMissingNode() || given.isNull();
        if (!isAbsent && !(given.isString() && given.stringValue().equals(id))) {
            errors.add(new FieldError(SystemFields.ID, "invalid-value", "must be the id in the path, or absent"));
        }
        return errors;
    }
}
