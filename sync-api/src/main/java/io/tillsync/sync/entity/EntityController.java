package io.tillsync.sync.entity;

import io.tillsync.audit.log.Head;
import io.tillsync.core.type.SystemFields;
import io.tillsync.sync.call.Data;
import io.tillsync.sync.call.EntityCall;
import io.tillsync.sync.call.EntityView;
import io.tillsync.sync.call.Freshness;
import io.tillsync.sync.call.WriteAnswers;
import io.tillsync.sync.openapi.ApiCall;
import io.tillsync.sync.openapi.Trait;
import io.tillsync.sync.precondition.EntityTags;
import io.tillsync.sync.precondition.Preconditions;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.bson.Document;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One entity, as it is now. */
@RestController
@RequestMapping("/api/v1/{type}")
class EntityController {

    private final ActiveEntities entities;
    private final WriteAnswers answers;
    private final Freshness freshness;
    private final Clock clock;

    EntityController(ActiveEntities entities, WriteAnswers answers, Freshness freshness, Clock clock) {
        this.entities = entities;
        this.answers = answers;
        this.freshness = freshness;
        this.clock = clock;
    }

    @ApiCall(
            id = "readEntity",
            summary = "Reads one {type}",
            traits = {Trait.CONDITIONAL, Trait.FRESH},
            refusals = ProblemCode.DELETED)
    @GetMapping("/{id}")
    ResponseEntity<Data<EntityView>> read(EntityCall call, @PathVariable String id, HttpServletRequest request) {
        Head head = freshness.head(request, call.log());
        Document state = entities.active(call, id);
        boolean isKnown = Preconditions.of(request)
                .isNotModified(
                        EntityTags.ofVersion(SystemFields.version(state)),
                        SystemFields.updatedAt(state),
                        clock.instant());
        ResponseEntity<Data<EntityView>> found = answers.state(HttpStatus.OK, call.type(), state, head);
        return isKnown
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        .headers(new HttpHeaders(found.getHeaders()))
                        .build()
                : found;
    }
}
