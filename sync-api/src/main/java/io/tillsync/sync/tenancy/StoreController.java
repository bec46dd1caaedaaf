package io.tillsync.sync.tenancy;

import io.tillsync.core.tenancy.Stores;
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

/** Stores of a business. */
@RestController
@RequestMapping(path = "/api/v1/stores", produces = MediaType.APPLICATION_JSON_VALUE)
class StoreController {

    private final Register register;
    private final OwningBusiness owners;
    private final Stores stores;
    private final JsonBodies bodies;
    private final EntityType type;

    StoreController(Register register, OwningBusiness owners, Stores stores, JsonBodies bodies) {
        this.register = register;
        this.owners = owners;
        this.stores = stores;
        this.bodies = bodies;
        this.type = register.type("stores");
    }

    @ApiCall(
            id = "createEntity",
            summary = "Makes a store",
            traits = {Trait.SCOPED, Trait.KEYED},
            answers = {201, 200},
            sends = Sends.CREATION,
            fields = {"name", "timeZone", "businessId?"},
            refusals = {ProblemCode.FORBIDDEN, ProblemCode.ALREADY_EXISTS})
    @PostMapping
    ResponseEntity<Data<EntityView>> create(Caller caller, HttpServletRequest request) {
        register.mustAdminister(caller, type, request);
        ObjectNode body = bodies.object(request);
        Map<String, @Nullable Object> fields = PlainValues.of(body);
        owners.complete(fields, caller, request);
        return register.answer(
                caller, type, stores.create(Register.id(fields), fields, register.cause(caller, request, body)), false);
    }

    @ApiCall(
            id = "patchEntity",
            summary = "Changes some fields of one {type}",
            traits = {Trait.SCOPED, Trait.VERSIONED, Trait.KEYED},
            sends = Sends.PATCH,
            fields = {"name", "timeZone"},
            refusals = ProblemCode.FORBIDDEN)
    @PatchMapping("/{id}")
    ResponseEntity<Data<EntityView>> change(Caller caller, @PathVariable String id, HttpServletRequest request) {
        Register.Patch patch = register.patch(caller, type, id, request);
        return register.answer(
                caller,
                type,
                stores.change(id, patch.base(), patch.fields(), patch.cause()),
                patch.version().byHeader());
    }
}
