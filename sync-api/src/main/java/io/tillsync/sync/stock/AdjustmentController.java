package io.tillsync.sync.stock;

import io.tillsync.core.stock.Adjustments;
import io.tillsync.core.tenancy.Homes;
import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Level;
import io.tillsync.core.write.Outcome;
import io.tillsync.sync.auth.Caller;
import io.tillsync.sync.call.CallResolver;
import io.tillsync.sync.call.Data;
import io.tillsync.sync.call.EntityView;
import io.tillsync.sync.call.IdempotencyKeys;
import io.tillsync.sync.call.PlainValues;
import io.tillsync.sync.call.WriteAnswers;
import io.tillsync.sync.json.JsonBodies;
import io.tillsync.sync.openapi.ApiCall;
import io.tillsync.sync.openapi.Sends;
import io.tillsync.sync.openapi.Trait;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Stock adjustments. It is the one write where a retry looks just like a second adjustment: so it must carry a key. */
@RestController
@RequestMapping(path = "/api/v1/stocks/adjustments", produces = MediaType.APPLICATION_JSON_VALUE)
class AdjustmentController {

    /** What is sent to adjust a stock; the delta is not 0. */
    record Adjustment(String productId, BigDecimal delta, String reason) {}

    private final CallResolver calls;
    private final Homes homes;
    private final JsonBodies bodies;
    private final Adjustments adjustments;
    private final EntityTypes types;
    private final WriteAnswers answers;

    AdjustmentController(
            CallResolver calls,
            Homes homes,
            JsonBodies bodies,
            Adjustments adjustments,
            EntityTypes types,
            WriteAnswers answers) {
        this.calls = calls;
        this.homes = homes;
        this.bodies = bodies;
        this.adjustments = adjustments;
        this.types = types;
        this.answers = answers;
    }

    @ApiCall(
            id = "adjustStock",
            summary = "Adds to the stock of a product, or takes from it",
            description = "Two adjustments never conflict, and none overwrites another.",
            traits = {Trait.SCOPED, Trait.KEY_REQUIRED},
            answers = 201,
            sends = Sends.FORM,
            form = Adjustment.class,
            refusals = ProblemCode.FORBIDDEN)
    @PostMapping
    ResponseEntity<Data<EntityView>> adjust(Caller caller, HttpServletRequest request) {
        Scope scope = calls.scope(
                request, caller, Level.STORE, caller.principal().permissions().mayAdjustStock());
        ObjectNode body = bodies.object(request);
        if (IdempotencyKeys.of(request).isEmpty()) {
            throw Problem.of(
                            ProblemCode.PRECONDITION_REQUIRED,
                            "Send an Idempotency-Key of your own, the same with every retry, so that the adjustment is made once.")
                    .toException();
        }
        Outcome.Result result = adjustments.adjust(
                homes.of(Level.STORE, scope),
                caller.actor(),
                caller.origin(),
                IdempotencyKeys.operation(request, caller.actor(), body),
                PlainValues.of(body));
        return answers.created(types.get(Adjustments.STOCKS), result);
    }
}
