package io.tillsync.sync.entity;

import io.tillsync.audit.log.Head;
import io.tillsync.core.read.Cursor;
import io.tillsync.core.read.Entities;
import io.tillsync.sync.call.EntityCall;
import io.tillsync.sync.call.EntityView;
import io.tillsync.sync.call.Freshness;
import io.tillsync.sync.call.ListCursor;
import io.tillsync.sync.call.ListQuery;
import io.tillsync.sync.call.PageData;
import io.tillsync.sync.call.PageData.PageInfo;
import io.tillsync.sync.call.ReadParameters;
import io.tillsync.sync.call.WriteAnswers;
import io.tillsync.sync.openapi.ApiCall;
import io.tillsync.sync.openapi.ApiParameter;
import io.tillsync.sync.openapi.Trait;
import io.tillsync.sync.precondition.Preconditions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pages of entities: searched, filtered, sorted. */
@RestController
@RequestMapping("/api/v1/{type}")
class EntityListController {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final Entities entities;
    private final Freshness freshness;

    EntityListController(Entities entities, Freshness freshness) {
        this.entities = entities;
        this.freshness = freshness;
    }

    @ApiCall(
            id = "listEntities",
            summary = "Lists {types}",
            traits = {Trait.LISTED, Trait.CONDITIONAL, Trait.POSITIONED, Trait.FRESH},
            parameters = {
                @ApiParameter(name = "limit", description = "How many at most.", usual = USUAL, most = MOST),
                @ApiParameter(name = "cursor", description = "The nextCursor of the page before.")
            })
    @GetMapping
    ResponseEntity<PageData<EntityView>> list(EntityCall call, HttpServletRequest request) {
        Entities.Query query = ListQuery.of(request, call.type(), call.home().rules());
        int limit = ReadParameters.limit(request, USUAL, MOST);
        var after = ListCursor.of(request, query);
        Head head = freshness.head(request, call.log());
        HttpHeaders headers = WriteAnswers.position(head);
        ETag tag = new ETag(Cursor.at(head).encoded(), false);
        headers.setETag(tag.formattedTag());
        if (Preconditions.of(request).isNotModified(tag, Instant.MAX.minusSeconds(2), Instant.MIN)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .headers(headers)
                    .build();
        }
        Entities.Page page = entities.list(call.log(), call.type(), query, after, limit);
        String next = page.next().map(place -> ListCursor.encode(query, place)).orElse(null);
        return ResponseEntity.ok()
                .headers(headers)
                .body(new PageData<>(
                        page.states().stream()
                                .map(state -> new EntityView(call.type(), state))
                                .toList(),
                        new PageInfo(limit, next)));
    }
}
