package io.tillsync.sync.entity;

import io.tillsync.audit.log.Operation;
import io.tillsync.core.type.ContentCheck;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.LogWriters;
import io.tillsync.sync.call.Data;
import io.tillsync.sync.call.EntityCall;
import io.tillsync.sync.call.EntityView;
import io.tillsync.sync.call.IdempotencyKeys;
import io.tillsync.sync.call.PlainValues;
import io.tillsync.sync.call.WriteAnswers;
import io.tillsync.sync.call.WriteRefusals;
import io.tillsync.sync.json.JsonBodies;
import io.tillsync.sync.openapi.ApiCall;
import io.tillsync.sync.openapi.Sends;
import io.tillsync.sync.openapi.Trait;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Everything that changes an entity: each call becomes one edit, which the log's writer judges. */
@RestController
@RequestMapping(path = "/api/v1/{type}", produces = MediaType.APPLICATION_JSON_VALUE)
class EntityWriteController {

    private final ActiveEntities entities;
    private final JsonBodies bodies;
    private final LogWriters writers;
    private final WriteAnswers answers;

    EntityWriteController(ActiveEntities entities, JsonBodies bodies, LogWriters writers, WriteAnswers answers) {
        this.entities = entities;
        this.bodies = bodies;
        this.writers = writers;
        this.answers = answers;
    }

    @ApiCall(
            id = "createEntity",
            summary = "Creates one {type}",
            description =
                    "The caller may choose the id. One that is there already with this content is answered with 200, and as it is now.",
            traits = Trait.KEYED,
            answers = {201, 200},
            sends = Sends.CREATION,
            refusals = {ProblemCode.DUPLICATE_VALUE, ProblemCode.ALREADY_EXISTS, ProblemCode.DELETED})
    @PostMapping
    ResponseEntity<Data<EntityView>> create(EntityCall call, HttpServletRequest request) {
        ObjectNode body = bodies.object(request);
        Operation operation = IdempotencyKeys.operation(request, call.actor(), body);
        Map<String, @Nullable Object> fields = PlainValues.of(body);
        Edit edit = new Edit.Create(call.type().name(), idFor(call, fields), fields);
        return write(call, operation, false, edit);
    }

    @ApiCall(
            id = "replaceEntity",
            summary = "Replaces all fields of one {type}",
            description =
                    "A field that is left out is cleared, or takes its default. Where nothing changes, the version stays.",
            traits = {Trait.VERSIONED, Trait.MERGING, Trait.KEYED},
            sends = Sends.REPLACEMENT,
            refusals = {ProblemCode.DUPLICATE_VALUE, ProblemCode.DELETED})
    @PutMapping("/{id}")
    ResponseEntity<Data<EntityView>> replace(EntityCall call, @PathVariable String id, HttpServletRequest request) {
        Asked asked = Asked.of(call, request, bodies.object(request));
        Map<String, @Nullable Object> fields = PlainValues.of(asked.body());
        return change(
                call,
                id,
                asked,
                state -> ContentCheck.full(call.type(), fields, call.home().rules())
                        .errors(),
                new Edit.Replace(call.type().name(), id, asked.base(), fields));
    }

    @ApiCall(
            id = "patchEntity",
            summary = "Changes some fields of one {type}",
            description =
                    "A JSON merge patch (RFC 7396): null clears a field. Where nothing changes, the version stays.",
            traits = {Trait.VERSIONED, Trait.MERGING, Trait.KEYED},
            sends = Sends.PATCH,
            refusals = {ProblemCode.DUPLICATE_VALUE, ProblemCode.DELETED})
    @PatchMapping("/{id}")
    ResponseEntity<Data<EntityView>> patch(EntityCall call, @PathVariable String id, HttpServletRequest request) {
        Asked asked = Asked.of(call, request, bodies.object(request));
        Map<String, @Nullable Object> fields = PlainValues.of(asked.body());
        return change(
                call,
                id,
                asked,
                state -> ContentCheck.patched(
                                call.type(),
                                EntityType.content(state),
                                fields,
                                call.home().rules())
                        .errors(),
                new Edit.Patch(call.type().name(), id, asked.base(), fields));
    }

    @ApiCall(
            id = "deleteEntity",
            summary = "Deletes one {type}",
            description = "It stays as a tombstone, from which it can be restored.",
            traits = {Trait.VERSIONED, Trait.MERGING, Trait.KEYED, Trait.POSITIONED},
            answers = 204,
            sends = Sends.VERSION,
            refusals = {ProblemCode.STILL_REFERENCED, ProblemCode.DELETED})
    @DeleteMapping("/{id}")
    ResponseEntity<Data<EntityView>> delete(EntityCall call, @PathVariable String id, HttpServletRequest request) {
        Asked asked = Asked.withoutFields(call, request, bodies.objectIfAny(request));
        return change(
                call, id, asked, state -> List.of(), new Edit.Delete(call.type().name(), id, asked.base()));
    }

    @ApiCall(
            id = "restoreEntity",
            summary = "Restores one {type} that was deleted",
            traits = {Trait.VERSIONED, Trait.KEYED},
            sends = Sends.VERSION,
            refusals = ProblemCode.DUPLICATE_VALUE)
    @PostMapping("/{id}/restore")
    ResponseEntity<Data<EntityView>> restore(EntityCall call, @PathVariable String id, HttpServletRequest request) {
        Asked asked = Asked.withoutFields(call, request, bodies.objectIfAny(request));
        if (asked.isFaulty(id)) {
            entities.any(call, id);
            throw asked.refusal(id, List.of());
        }
        return write(call, asked, new Edit.Restore(call.type().name(), id, asked.base()));
    }

    /** @param contentErrors what is wrong with the fields, for a state; asked only where something else is wrong already */
    private ResponseEntity<Data<EntityView>> change(
            EntityCall call, String id, Asked asked, Function<Document, List<FieldError>> contentErrors, Edit edit) {
        if (asked.isFaulty(id)) {
            throw asked.refusal(id, contentErrors.apply(entities.active(call, id)));
        }
        return write(call, asked, edit);
    }

    private ResponseEntity<Data<EntityView>> write(EntityCall call, Asked asked, Edit edit) {
        return write(call, asked.operation(), asked.version().byHeader(), edit);
    }

    private ResponseEntity<Data<EntityView>> write(EntityCall call, Operation operation, boolean byHeader, Edit edit) {
        ChangeRequest change = ChangeRequest.of(call.home(), call.actor(), call.origin(), operation, edit);
        return answers.answer(call.type(), writers.write(change), byHeader);
    }

    private static String idFor(EntityCall call, Map<String, @Nullable Object> fields) {
        Object given = fields.get(SystemFields.ID);
        if (given == null) {
            return EntityId.create().value();
        }
        if (given instanceof String id && EntityId.isValid(id)) {
            return id;
        }
        List<FieldError> errors = new ArrayList<>();
        errors.add(new FieldError(SystemFields.ID, "invalid-value", "must be " + EntityId.RULE));
        errors.addAll(
                ContentCheck.full(call.type(), fields, call.home().rules()).errors());
        throw WriteRefusals.invalid(errors).toException();
    }
}
