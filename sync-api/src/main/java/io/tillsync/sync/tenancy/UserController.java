package io.tillsync.sync.tenancy;

import io.tillsync.core.tenancy.Cause;
import io.tillsync.core.tenancy.Users;
import io.tillsync.core.type.EntityType;
import io.tillsync.sync.auth.Caller;
import io.tillsync.sync.call.Data;
import io.tillsync.sync.call.EntityView;
import io.tillsync.sync.call.PlainValues;
import io.tillsync.sync.json.JsonBodies;
import io.tillsync.sync.openapi.ApiCall;
import io.tillsync.sync.openapi.Sends;
import io.tillsync.sync.openapi.Trait;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Users; their passwords go in and never come out. */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
class UserController {

    private final Register register;
    private final OwningBusiness owners;
    private final Users users;
    private final JsonBodies bodies;
    private final EntityType type;

    UserController(Register register, OwningBusiness owners, Users users, JsonBodies bodies) {
        this.register = register;
        this.owners = owners;
        this.users = users;
        this.bodies = bodies;
        this.type = register.type("users");
    }

    @ApiCall(
            id = "createEntity",
            summary = "Makes a user",
            description = "One of no business is the installation's own.",
            traits = {Trait.SCOPED, Trait.KEYED},
            answers = {201, 200},
            sends = Sends.CREATION,
            fields = {"username", "password", "role", "businessId?", "stores?"},
            refusals = {ProblemCode.FORBIDDEN, ProblemCode.ALREADY_EXISTS, ProblemCode.DUPLICATE_VALUE})
    @PostMapping
    ResponseEntity<Data<EntityView>> create(Caller caller, HttpServletRequest request) {
        register.mustAdminister(caller, type, request);
        ObjectNode body = bodies.object(request);
        Map<String, @Nullable Object> fields = PlainValues.of(body);
        Cause cause = register.cause(caller, request, body);
        owners.completeForUser(fields, caller, request);
        return register.answer(caller, type, users.create(Register.id(fields), fields, cause), false);
    }

    @ApiCall(
            id = "patchEntity",
            summary = "Changes some fields of one {type}",
            description = "Another password ends all of the user's tokens.",
            traits = {Trait.SCOPED, Trait.VERSIONED, Trait.KEYED},
            sends = Sends.PATCH,
            fields = {"username", "password", "role", "stores"},
            refusals = {ProblemCode.FORBIDDEN, ProblemCode.DUPLICATE_VALUE})
    @PatchMapping("/{id}")
    ResponseEntity<Data<EntityView>> change(Caller caller, @PathVariable String id, HttpServletRequest request) {
        Register.Patch patch = register.patch(caller, type, id, request);
        return register.answer(
                caller,
                type,
                users.change(id, patch.base(), patch.fields(), patch.cause()),
                patch.version().byHeader());
    }

    @ApiCall(
            id = "disableEntity",
            summary = "Lets one {type} in no more, and ends their tokens",
            traits = {Trait.SCOPED, Trait.KEYED},
            refusals = {ProblemCode.FORBIDDEN, ProblemCode.VALIDATION_FAILED})
    @PostMapping("/{id}/disable")
    ResponseEntity<Data<EntityView>> disable(Caller caller, @PathVariable String id, HttpServletRequest request) {
        return register.act(caller, type, id, request, cause -> users.disable(id, cause));
    }

    @ApiCall(
            id = "enableEntity",
            summary = "Lets one {type} in again",
            traits = {Trait.SCOPED, Trait.KEYED},
            refusals = {ProblemCode.FORBIDDEN, ProblemCode.VALIDATION_FAILED})
    @PostMapping("/{id}/enable")
    ResponseEntity<Data<EntityView>> enable(Caller caller, @PathVariable String id, HttpServletRequest request) {
        return register.act(caller, type, id, request, cause -> users.enable(id, cause));
    }
}
