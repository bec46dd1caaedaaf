package io.tillsync.sync.entity;

import io.tillsync.audit.log.Head;
import io.tillsync.sync.call.Data;
import io.tillsync.sync.call.EntityCall;
import io.tillsync.sync.call.EntityView;
import io.tillsync.sync.call.Freshness;
import io.tillsync.sync.call.WriteAnswers;
import io.tillsync.sync.openapi.ApiCall;
import io.tillsync.sync.openapi.Trait;
import io.tillsync.sync.precondition.ConditionalRead;
import io.tillsync.sync.precondition.Preconditions;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One entity, as it is now. */
@RestController
@RequestMapping(path = "/api/v1/{type}", produces = MediaType.APPLICATION_JSON_VALUE)
class EntityController {

    private final ActiveEntities entities;
    private final Freshness freshness;
    private final Clock clock;

    EntityController(ActiveEntities entities, Freshness freshness, Clock clock) {
        this.entities = entities;
        this.freshness = freshness;
        this.clock = clock;
    }

    @ApiCall(
            id = "readEntity",
            summary = "Reads one {type}",
            traits = {Trait.CONDITIONAL, Trait.FRESH},
            refusals = ProblemCode.DELETED)
    @GetMapping("/{id}")
    @Nullable
    Data<EntityView> read(
            EntityCall call, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Preconditions conditions = Preconditions.of(request);
        Head head = freshness.head(request, call.log());
        Document state = entities.active(call, id);
        return ConditionalRead.answer(
                response,
                WriteAnswers.headers(state, head),
                conditions.isNotModified(state, clock.instant()),
                () -> new Data<>(new EntityView(call.type(), state)));
    }
}
