package io.tillsync.sync.tenancy;

import io.tillsync.audit.log.Head;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.Entities;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Rules;
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
import io.tillsync.sync.precondition.ConditionalRead;
import io.tillsync.sync.precondition.Preconditions;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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
@RequestMapping(
        path = {"/api/v1/businesses", "/api/v1/stores", "/api/v1/users", "/api/v1/terminals"},
        produces = MediaType.APPLICATION_JSON_VALUE)
class RegisterReadController {

    private static final int USUAL = 50;
    private static final int MOST = 500;
    private static final int NAME_IN_PATTERN = 3;

    private final Register register;
    private final CallResolver calls;
    private final Entities entities;
    private final Feeds feeds;
    private final Clock clock;

    RegisterReadController(Register register, CallResolver calls, Entities entities, Feeds feeds, Clock clock) {
        this.register = register;
        this.calls = calls;
        this.entities = entities;
        this.feeds = feeds;
        this.clock = clock;
    }

    @ApiCall(
            id = "listEntities",
            summary = "Lists {types}",
            traits = {Trait.SCOPED, Trait.LISTED},
            parameters = {
                @ApiParameter(name = "limit", description = "How many at most.", usual = USUAL, most = MOST),
                @ApiParameter(name = "cursor", description = "The nextCursor of the page before.")
            },
            refusals = ProblemCode.FORBIDDEN)
    @GetMapping
    PageData<EntityView> list(Caller caller, HttpServletRequest request) {
        Optional<Scope> named = calls.check(caller, request);
        EntityType type = readable(caller, request);
        Entities.Query query = ListQuery.of(request, type, Rules.NONE)
                .among(caller.principal().permissions().seen(type, named));
        int limit = ReadParameters.limit(request, USUAL, MOST);
        Entities.Page page = entities.list(Logs.INSTALLATION, type, query, ListCursor.of(request, query), limit);
        String next = page.next().map(place -> ListCursor.encode(query, place)).orElse(null);
        return new PageData<>(
                page.states().stream().map(state -> new EntityView(type, state)).toList(),
                new PageData.PageInfo(limit, next));
    }

    @ApiCall(
            id = "readEntity",
            summary = "Reads one {type}",
            traits = {Trait.SCOPED, Trait.CONDITIONAL},
            refusals = ProblemCode.FORBIDDEN)
    @GetMapping("/{id}")
    @Nullable
    Data<EntityView> read(
            Caller caller, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Optional<Scope> named = calls.check(caller, request);
        EntityType type = readable(caller, request);
        Preconditions conditions = Preconditions.of(request);
        Head head = feeds.head(Logs.INSTALLATION);
        Document state = register.visible(caller, type, id, named);
        return ConditionalRead.answer(
                response,
                WriteAnswers.headers(state, head),
                conditions.isNotModified(state, clock.instant()),
                () -> new Data<>(new EntityView(type, state)));
    }

    private EntityType readable(Caller caller, HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        EntityType type = register.type(String.valueOf(pattern).split("/", -1)[NAME_IN_PATTERN]);
        return Optional.of(type)
                .filter(caller.principal().permissions()::mayRead)
                .orElseThrow(CallResolver::forbidden);
    }
}
