package io.tillsync.sync.tenancy;

import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.Entities;
import io.tillsync.core.tenancy.Cause;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Permissions;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Outcome;
import io.tillsync.sync.auth.Caller;
import io.tillsync.sync.call.BaseVersion;
import io.tillsync.sync.call.CallResolver;
import io.tillsync.sync.call.Data;
import io.tillsync.sync.call.EntityView;
import io.tillsync.sync.call.IdempotencyKeys;
import io.tillsync.sync.call.WriteAnswers;
import io.tillsync.sync.call.WriteRefusals;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What the calls about businesses, stores, users and terminals share: who sees which, who may change them, and the answers. */
@Component
class Register {

    private final EntityTypes types;
    private final Entities entities;
    private final Feeds feeds;
    private final WriteAnswers answers;

    Register(EntityTypes types, Entities entities, Feeds feeds, WriteAnswers answers) {
        this.types = types;
        this.entities = entities;
        this.feeds = feeds;
        this.answers = answers;
    }

    EntityType type(String name) {
        return types.get(name);
    }

    /** The state of what the caller sees; anything else is not there. */
    Document visible(Caller caller, EntityType type, String id) {
        return Optional.of(id)
                .filter(EntityId::isValid)
                .flatMap(valid -> entities.find(Logs.INSTALLATION, type, valid))
                .filter(state -> caller.principal().permissions().sees(type, state))
                .orElseThrow(() -> WriteRefusals.notFound().toException());
    }

    /** The state of what the caller sees and may change. */
    Document changeable(Caller caller, EntityType type, String id) {
        Document state = visible(caller, type, id);
        mustAdminister(caller, type, Permissions.businessOf(type, state));
        return state;
    }

    void mustAdminister(Caller caller, EntityType type, Optional<String> businessId) {
        if (!caller.principal().permissions().mayAdminister(type, businessId)) {
            throw CallResolver.forbidden();
        }
    }

    /** The id that a creation gives, or a new one. */
    static EntityId id(Map<String, @Nullable Object> fields) {
        Object given = fields.get(SystemFields.ID);
        if (given == null) {
            return EntityId.create();
        }
        if (given instanceof String id && EntityId.isValid(id)) {
            return new EntityId(id);
        }
        throw invalid(List.of(new FieldError(SystemFields.ID, "invalid-value", "must be " + EntityId.RULE)));
    }

    static RuntimeException invalid(List<FieldError> errors) {
        return Problem.of(
                        ProblemCode.VALIDATION_FAILED,
                        "Correct the fields named in errors and send the request again.",
                        errors)
                .toException();
    }

    static Cause cause(Caller caller, HttpServletRequest request, Object body) {
        return new Cause(caller.actor(), caller.origin(), IdempotencyKeys.operation(request, caller.actor(), body));
    }

    /** The version that a change is based on; it has to be named. */
    static BaseVersion base(HttpServletRequest request, ObjectNode body) {
        BaseVersion version = BaseVersion.of(request, body);
        if (version.version().isEmpty()) {
            throw version.refusal().toException();
        }
        return version;
    }

    /** The answer to a write; who holds a value that is taken is not told, since it can be somebody of another business. */
    ResponseEntity<Data<EntityView>> answer(EntityType type, Outcome outcome, boolean byHeader) {
        if (outcome instanceof Outcome.DuplicateValue duplicate) {
            throw Problem.of(
                            ProblemCode.DUPLICATE_VALUE, "This " + duplicate.field() + " is taken. Choose another one.")
                    .with("field", duplicate.field())
                    .with("value", duplicate.value())
                    .toException();
        }
        return answers.answer(type, new Outcome.Result(List.of(outcome), feeds.head(Logs.INSTALLATION)), byHeader);
    }
}
