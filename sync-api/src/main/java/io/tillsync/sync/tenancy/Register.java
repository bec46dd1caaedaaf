package io.tillsync.sync.tenancy;

import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.Entities;
import io.tillsync.core.tenancy.Cause;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Permissions;
import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.tenancy.Users;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Outcome;
import io.tillsync.sync.auth.Caller;
import io.tillsync.sync.call.BaseVersion;
import io.tillsync.sync.call.CallResolver;
import io.tillsync.sync.call.Data;
import io.tillsync.sync.call.EntityView;
import io.tillsync.sync.call.IdempotencyKeys;
import io.tillsync.sync.call.PlainValues;
import io.tillsync.sync.call.WriteAnswers;
import io.tillsync.sync.call.WriteRefusals;
import io.tillsync.sync.json.JsonBodies;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the calls about businesses, stores, users and terminals share: who sees which, who may change them, and the answers. */
@Component
class Register {

    private static final String PASSWORD = "password";

    private final EntityTypes types;
    private final Entities entities;
    private final Feeds feeds;
    private final CallResolver calls;
    private final WriteAnswers answers;
    private final JsonBodies bodies;
    private final Users users;

    Register(
            EntityTypes types,
            Entities entities,
            Feeds feeds,
            CallResolver calls,
            WriteAnswers answers,
            JsonBodies bodies,
            Users users) {
        this.types = types;
        this.entities = entities;
        this.feeds = feeds;
        this.calls = calls;
        this.answers = answers;
        this.bodies = bodies;
        this.users = users;
    }

    /**
     * What a change consists of.
     *
     * @param fields null clears one
     */
    record Patch(Map<String, @Nullable Object> fields, BaseVersion version, Cause cause) {

        Base base() {
            return version.base();
        }
    }

    EntityType type(String name) {
        return types.get(name);
    }

    /** The state of what the caller sees, where the call names a place; anything else is not there. */
    Document visible(Caller caller, EntityType type, String id, Optional<Scope> named) {
        return find(type, id)
                .filter(state -> caller.principal().permissions().sees(type, state, named))
                .orElseThrow(() -> WriteRefusals.notFound().toException());
    }

    private Optional<Document> find(EntityType type, String id) {
        return Optional.of(id)
                .filter(EntityId::isValid)
                .flatMap(valid -> entities.find(Logs.INSTALLATION, type, valid));
    }

    /**
     * Refuses a call that names by a header what the caller does not see, and a caller who may change none of a type, whosever they are.
     *
     * @return the place that the call names
     */
    Optional<Scope> mustAdminister(Caller caller, EntityType type, HttpServletRequest request) {
        Optional<Scope> named = calls.check(caller, request);
        if (!caller.principal()
                .permissions()
                .mayAdminister(type, caller.principal().businessId())) {
            throw CallResolver.forbidden();
        }
        return named;
    }

    /** Refuses a call about what the caller does not see there, or may not change. */
    private void mustAdminister(Caller caller, EntityType type, String id, Optional<Scope> named) {
        Document state = visible(caller, type, id, named);
        if (!caller.principal().permissions().mayAdminister(type, Permissions.businessOf(type, state))) {
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
        throw WriteRefusals.invalid(
                        List.of(new FieldError(SystemFields.ID, "invalid-value", "must be " + EntityId.RULE)))
                .toException();
    }

    /** @param body what was sent; of a password in it, the log keeps nothing by which it could be guessed */
    Cause cause(Caller caller, HttpServletRequest request, ObjectNode body) {
        ObjectNode told = body.deepCopy();
        if (told.has(PASSWORD)) {
            told.put(PASSWORD, users.sealed(told.path(PASSWORD).toString()));
        }
        return new Cause(caller.actor(), caller.origin(), IdempotencyKeys.operation(request, caller.actor(), told));
    }

    /** A change of an entity that is there, and named in the version that it is based on. */
    Patch patch(Caller caller, EntityType type, String id, HttpServletRequest request) {
        Optional<Scope> named = mustAdminister(caller, type, request);
        ObjectNode body = bodies.object(request);
        BaseVersion version = BaseVersion.of(request, body);
        Cause cause = cause(caller, request, body);
        mustAdminister(caller, type, id, named);
        if (version.isMissing()) {
            throw BaseVersion.required().toException();
        }
        version.error().ifPresent(error -> {
            throw WriteRefusals.invalid(List.of(error)).toException();
        });
        return new Patch(PlainValues.of(body), version, cause);
    }

    /** Has something done to an entity that is there, which takes no more than its id. */
    ResponseEntity<Data<EntityView>> act(
            Caller caller, EntityType type, String id, HttpServletRequest request, Function<Cause, Outcome> action) {
        Optional<Scope> named = mustAdminister(caller, type, request);
        Cause cause = cause(caller, request, JsonNodeFactory.instance.objectNode());
        mustAdminister(caller, type, id, named);
        return answer(caller, type, action.apply(cause), false);
    }

    /** The answer to a write. */
    ResponseEntity<Data<EntityView>> answer(Caller caller, EntityType type, Outcome outcome, boolean byHeader) {
        if (outcome instanceof Outcome.DuplicateValue duplicate
                && find(type, duplicate.holderId())
                        .filter(holder -> caller.principal().permissions().sees(type, holder))
                        .isEmpty()) {
            throw Problem.of(
                            ProblemCode.DUPLICATE_VALUE, "This " + duplicate.field() + " is taken. Choose another one.")
                    .with("field", duplicate.field())
                    .with("value", duplicate.value())
                    .toException(); // without whose it is, which can be somebody of another business
        }
        return answers.answer(type, new Outcome.Result(List.of(outcome), feeds.head(Logs.INSTALLATION)), byHeader);
    }
}
