package io.tillsync.sync.tenancy;

import io.tillsync.core.tenancy.Businesses;
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

/** Businesses, which only the installation's admins make. */
@RestController
@RequestMapping(path = "/api/v1/businesses", produces = MediaType.APPLICATION_JSON_VALUE)
class BusinessController {

    private final Register register;
    private final Businesses businesses;
    private final JsonBodies bodies;
    private final EntityType type;

    BusinessController(Register register, Businesses businesses, JsonBodies bodies) {
        this.register = register;
        this.businesses = businesses;
        this.bodies = bodies;
        this.type = register.type("businesses");
    }

    @ApiCall(
            id = "createEntity",
            summary = "Makes a business",
            traits = {Trait.SCOPED, Trait.KEYED},
            answers = {201, 200},
            sends = Sends.CREATION,
            fields = {"name", "currency"},
            refusals = {ProblemCode.FORBIDDEN, ProblemCode.ALREADY_EXISTS})
    @PostMapping
    ResponseEntity<Data<EntityView>> create(Caller caller, HttpServletRequest request) {
        register.mustAdminister(caller, type, request);
        ObjectNode body = bodies.object(request);
        Map<String, @Nullable Object> fields = PlainValues.of(body);
        return register.answer(
                caller,
                type,
                businesses.create(Register.id(fields), fields, register.cause(caller, request, body)),
                false);
    }

    @ApiCall(
            id = "patchEntity",
            summary = "Changes some fields of one {type}",
            traits = {Trait.SCOPED, Trait.VERSIONED, Trait.KEYED},
            sends = Sends.PATCH,
            fields = "name",
            refusals = ProblemCode.FORBIDDEN)
    @PatchMapping("/{id}")
    ResponseEntity<Data<EntityView>> change(Caller caller, @PathVariable String id, HttpServletRequest request) {
        Register.Patch patch = register.patch(caller, type, id, request);
        return register.answer(
                caller,
                type,
                businesses.change(id, patch.base(), patch.fields(), patch.cause()),
                patch.version().byHeader());
    }
}
