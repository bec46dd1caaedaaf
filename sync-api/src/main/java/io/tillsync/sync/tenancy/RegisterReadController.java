package io.tillsync.sync.tenancy;

import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.Entities;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Rules;
import io.tillsync.core.type.SystemFields;
import io.tillsync.sync.auth.Caller;
import io.tillsync.sync.call.CallResolver;
import io.tillsync.sync.call.Data;
import io.tillsync.sync.call.EntityView;
import io.tillsync.sync.call.ListCursor;
import io.tillsync.sync.call.ListQuery;
import io.tillsync.sync.call.PageData;
import io.tillsync.sync.call.ReadParameters;
import io.tillsync.sync.call.WriteAnswers;
import io.tillsync.sync.openapi.ApiCall;
import io.tillsync.sync.openapi.ApiParameter;
import io.tillsync.sync.openapi.Trait;
import io.tillsync.sync.precondition.EntityTags;
import io.tillsync.sync.precondition.Preconditions;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Businesses, stores, users and terminals, as far as the caller sees them. Their paths are spelt out: a variable, whatever it allows, would
 * be no more specific than that of all other types.
 */
@RestController
@RequestMapping({"/api/v1/businesses", "/api/v1/stores", "/api/v1/users", "/api/v1/terminals"})
class RegisterReadController {

    private static final int USUAL = 50;
    private static final int MOST = 500;
    private static final int NAME_IN_PATTERN = 3;

    private final Register register;
    private final Entities entities;
    private final Feeds feeds;
    private final WriteAnswers answers;
    private final Clock clock;

    RegisterReadController(Register register, Entities entities, Feeds feeds, WriteAnswers answers, Clock clock) {
        this.register = register;
        this.entities = entities;
        this.feeds = feeds;
        this.answers = answers;
        this.clock = clock;
    }

    @ApiCall(
            id = "listEntities",
            summary = "Lists {types}",
            traits = Trait.LISTED,
            parameters = {
                @ApiParameter(name = "limit", description = "How many at most.", usual = USUAL, most = MOST),
                @ApiParameter(name = "cursor", description = "The nextCursor of the page before.")
            },
            refusals = ProblemCode.FORBIDDEN)
    @GetMapping
    PageData<EntityView> list(Caller caller, HttpServletRequest request) {
        EntityType type = readable(caller, request);
        Entities.Query query = ListQuery.of(request, type, Rules.NONE);
        int limit = ReadParameters.limit(request, USUAL, MOST);
        Entities.Page page = entities.list(Logs.INSTALLATION, type, query, ListCursor.of(request, query), limit);
        List<EntityView> seen = page.states().stream()
                .filter(state -> caller.principal().permissions().sees(type, state))
                .map(state -> new EntityView(type, state))
                .toList();
        String next = page.next().map(place -> ListCursor.encode(query, place)).orElse(null);
        return new PageData<>(seen, new PageData.PageInfo(limit, next));
    }

    @ApiCall(
            id = "readEntity",
            summary = "Reads one {type}",
            traits = Trait.CONDITIONAL,
            refusals = ProblemCode.FORBIDDEN)
    @GetMapping("/{id}")
    ResponseEntity<Data<EntityView>> read(Caller caller, @PathVariable String id, HttpServletRequest request) {
        EntityType type = readable(caller, request);
        Document state = register.visible(caller, type, id);
        ResponseEntity<Data<EntityView>> found =
                answers.state(HttpStatus.OK, type, state, feeds.head(Logs.INSTALLATION));
        boolean isKnown = Preconditions.of(request)
                .isNotModified(
                        EntityTags.ofVersion(SystemFields.version(state)),
                        SystemFields.updatedAt(state),
                        clock.instant());
        return isKnown
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        .headers(new HttpHeaders(found.getHeaders()))
                        .build()
                : found;
    }

    private EntityType readable(Caller caller, HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        EntityType type = register.type(String.valueOf(pattern).split("/", -1)[NAME_IN_PATTERN]);
        return Optional.of(type)
                .filter(caller.principal().permissions()::mayRead)
                .orElseThrow(CallResolver::forbidden);
    }
}
