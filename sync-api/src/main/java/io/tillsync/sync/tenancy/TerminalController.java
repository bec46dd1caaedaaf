package io.tillsync.sync.tenancy;

import io.tillsync.core.tenancy.EnrolmentCode;
import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.tenancy.Terminals;
import io.tillsync.core.tenancy.Terminals.Issued;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Level;
import io.tillsync.sync.auth.Caller;
import io.tillsync.sync.call.CallResolver;
import io.tillsync.sync.call.Data;
import io.tillsync.sync.call.EntityView;
import io.tillsync.sync.call.PlainValues;
import io.tillsync.sync.json.JsonBodies;
import io.tillsync.sync.openapi.ApiCall;
import io.tillsync.sync.openapi.Sends;
import io.tillsync.sync.openapi.Trait;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Terminals of a store: made with a code by which a till enrols. */
@RestController
@RequestMapping(path = "/api/v1/terminals", produces = MediaType.APPLICATION_JSON_VALUE)
class TerminalController {

    private final Register register;
    private final CallResolver calls;
    private final Terminals terminals;
    private final JsonBodies bodies;
    private final EntityType type;

    TerminalController(Register register, CallResolver calls, Terminals terminals, JsonBodies bodies) {
        this.register = register;
        this.calls = calls;
        this.terminals = terminals;
        this.bodies = bodies;
        this.type = register.type("terminals");
    }

    /** @param enrolmentCode absent where a repeated call finds it used */
    record MadeTerminal(
            String id,
            String name,
            @Nullable String enrolmentCode,
            @Nullable Instant expiresAt) {}

    @ApiCall(
            id = "createEntity",
            summary = "Makes a terminal",
            description = "Answers with a code by which a till enrols, once.",
            traits = {Trait.SCOPED, Trait.KEYED, Trait.STATE},
            answers = {201, 200},
            sends = Sends.CREATION,
            fields = "name",
            refusals = {ProblemCode.FORBIDDEN, ProblemCode.ALREADY_EXISTS})
    @PostMapping
    ResponseEntity<Data<MadeTerminal>> create(Caller caller, HttpServletRequest request) {
        boolean isAllowed = caller.principal()
                .permissions()
                .mayAdminister(type, caller.principal().businessId());
        Scope scope = calls.scope(request, caller, Level.STORE, isAllowed);
        ObjectNode body = bodies.object(request);
        Map<String, @Nullable Object> fields = PlainValues.of(body);
        Issued issued = terminals.create(Register.id(fields), scope, fields, register.cause(caller, request, body));
        ResponseEntity<Data<EntityView>> answer = register.answer(caller, type, issued.outcome(), false);
        EntityView made = Objects.requireNonNull(answer.getBody()).data();
        return ResponseEntity.status(HttpStatus.valueOf(answer.getStatusCode().value()))
                .headers(new HttpHeaders(answer.getHeaders()))
                .body(new Data<>(new MadeTerminal(
                        made.state().getString("id"),
                        made.state().getString("name"),
                        issued.code().map(EnrolmentCode::grouped).orElse(null),
                        issued.code().map(EnrolmentCode::expiresAt).orElse(null))));
    }

    @ApiCall(
            id = "patchEntity",
            summary = "Changes some fields of one {type}",
            traits = {Trait.SCOPED, Trait.VERSIONED, Trait.KEYED},
            sends = Sends.PATCH,
            fields = "name",
            refusals = ProblemCode.FORBIDDEN)
    @PatchMapping("/{id}")
    ResponseEntity<Data<EntityView>> rename(Caller caller, @PathVariable String id, HttpServletRequest request) {
        Register.Patch patch = register.patch(caller, type, id, request);
        return register.answer(
                caller,
                type,
                terminals.change(id, patch.base(), patch.fields(), patch.cause()),
                patch.version().byHeader());
    }

    @ApiCall(
            id = "revokeEntity",
            summary = "Ends the token and the code of one {type}, for good",
            traits = {Trait.SCOPED, Trait.KEYED},
            refusals = ProblemCode.FORBIDDEN)
    @PostMapping("/{id}/revoke")
    ResponseEntity<Data<EntityView>> revoke(Caller caller, @PathVariable String id, HttpServletRequest request) {
        return register.act(caller, type, id, request, cause -> terminals.revoke(id, cause));
    }
}
