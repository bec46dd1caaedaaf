package io.tillsync.sync.call;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Outcome.AlreadyExists;
import io.tillsync.core.write.Outcome.DuplicateValue;
import io.tillsync.core.write.Outcome.Gone;
import io.tillsync.core.write.Outcome.Invalid;
import io.tillsync.core.write.Outcome.Missing;
import io.tillsync.core.write.Outcome.OperationMismatch;
import io.tillsync.core.write.Outcome.Refused;
import io.tillsync.core.write.Outcome.StillReferenced;
import io.tillsync.core.write.Outcome.VersionConflict;
import io.tillsync.core.write.Outcome.Withheld;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells clients why a write was refused, with all that they need to go on. */
@Component
public class WriteRefusals {

    private final EntityTypes types;

    WriteRefusals(EntityTypes types) {
        this.types = types;
    }

    /**
     * The refusal as a problem.
     *
     * @param byHeader whether the version that the write is based on came by {@code If-Match}
     */
    public Problem problem(Refused refused, boolean byHeader) {
        return switch (refused) {
            case VersionConflict conflict -> conflict(conflict, byHeader);
            case Invalid invalid -> invalid(invalid.errors());
            case Missing missing -> notFound();
            case Gone gone -> deleted(gone.currentVersion());
            case AlreadyExists exists ->
                Problem.of(
                        ProblemCode.ALREADY_EXISTS,
                        "The id is in use, with another content. Choose another id, or change the entity.");
            case DuplicateValue duplicate -> duplicate(duplicate);
            case StillReferenced by ->
                Problem.of(
                                ProblemCode.STILL_REFERENCED,
                                "%s %s still points to it. Change that one first.".formatted(by.byType(), by.byId()))
                        .with("entityType", by.byType())
                        .with("entityId", by.byId());
            case OperationMismatch mismatch -> operationMismatch();
            case Withheld withheld ->
                Problem.of(ProblemCode.VALIDATION_FAILED, "Another change of the same request was refused.");
        };
    }

    /** What was sent cannot be taken, for these reasons. */
    public static Problem invalid(List<FieldError> errors) {
        return Problem.of(
                ProblemCode.VALIDATION_FAILED,
                "Correct the fields named in errors and send the request again.",
                errors);
    }

    /** There is no such entity, as far as the caller may know. */
    public static Problem notFound() {
        return Problem.of(ProblemCode.NOT_FOUND, "There is no such entity here. Check the id and the store.");
    }

    /** The entity was deleted. */
    public static Problem deleted(long currentVersion) {
        return Problem.of(
                        ProblemCode.DELETED, "It was deleted. Restore it first, with its currentVersion, to change it.")
                .with("currentVersion", currentVersion);
    }

    /** The caller's key was used before, for something else. */
    public static Problem operationMismatch() {
        return Problem.of(
                ProblemCode.IDEMPOTENCY_MISMATCH,
                "This Idempotency-Key came with another request before. Use a new key for a new request.");
    }

    private static Problem duplicate(DuplicateValue duplicate) {
        return Problem.of(
                        ProblemCode.DUPLICATE_VALUE,
                        "Another entity has this " + duplicate.field() + ". Choose another value.")
                .with("field", duplicate.field())
                .with("value", duplicate.value())
                .with("holderId", duplicate.holderId());
    }

    private Problem conflict(VersionConflict conflict, boolean byHeader) {
        EntityType type = types.get(conflict.type());
        return Problem.of(
                        ProblemCode.VERSION_CONFLICT,
                        "It was changed since. Compare base, client and server, and send the result based on currentVersion.")
                .withStatus(byHeader ? 412 : 409)
                .with("entityType", conflict.type())
                .with("entityId", conflict.id())
                .with("baseVersion", conflict.baseVersion())
                .with("currentVersion", SystemFields.version(conflict.server()))
                .with(
                        "base",
                        conflict.base().map(base -> new ContentView(type, base)).orElse(null))
                .with("client", new ContentView(type, conflict.client()))
                .with("server", new EntityView(type, conflict.server()))
                .with(
                        "fields",
                        conflict.fields().stream()
                                .filter(field -> type.field(field.name())
                                        .filter(Field::hidden)
                                        .isEmpty())
                                .map(field -> FieldDifferenceView.of(type, field))
                                .toList())
                .with("mergeable", conflict.mergeable());
    }
}
