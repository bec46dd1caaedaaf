package io.tillsync.sync.changes;

import io.tillsync.core.read.Changes;
import io.tillsync.core.read.Positions;
import io.tillsync.core.read.Positions.Held;
import io.tillsync.core.read.SyncToken;
import io.tillsync.core.tenancy.Sightings;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.sync.auth.Callers;
import io.tillsync.sync.call.ReadParameters;
import io.tillsync.sync.call.SyncCall;
import io.tillsync.sync.call.SyncTokens;
import io.tillsync.sync.call.SyncTypes;
import io.tillsync.sync.call.WriteRefusals;
import io.tillsync.sync.openapi.ApiCall;
import io.tillsync.sync.openapi.ApiParameter;
import io.tillsync.sync.openapi.Trait;
import io.tillsync.sync.precondition.ConditionalRead;
import io.tillsync.sync.precondition.EntityTags;
import io.tillsync.sync.precondition.Preconditions;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What has changed since a token: how a till stays up to date. */
@RestController
@RequestMapping(path = "/api/v1/sync", produces = MediaType.APPLICATION_JSON_VALUE)
class ChangesController {

    private static final int USUAL = 1_000;
    private static final int MOST = 10_000;

    private static final String SINCE =
            "Either token or since must be given. Types without changes are left out, unless they were asked for by name.";
    private static final String TOKEN = "The last syncToken.";
    private static final String TIME = "A serverTimestamp, from which on everything is told again.";

    private final Changes changes;
    private final Positions positions;
    private final SyncTokens tokens;
    private final SyncTypes syncTypes;
    private final EntityTypes types;
    private final Sightings sightings;

    ChangesController(
            Changes changes,
            Positions positions,
            SyncTokens tokens,
            SyncTypes syncTypes,
            EntityTypes types,
            Sightings sightings) {
        this.changes = changes;
        this.positions = positions;
        this.tokens = tokens;
        this.syncTypes = syncTypes;
        this.types = types;
        this.sightings = sightings;
    }

    @ApiCall(
            id = "readChanges",
            summary = "Tells what has changed since a token",
            description = SINCE,
            traits = {Trait.BY_TYPES, Trait.CONDITIONAL_AT_HEAD},
            parameters = {
                @ApiParameter(name = "token", description = TOKEN),
                @ApiParameter(name = "since", description = TIME, format = "date-time"),
                @ApiParameter(name = "limit", description = "How many at most.", usual = USUAL, most = MOST)
            },
            refusals = {ProblemCode.INVALID_SYNC_TOKEN, ProblemCode.RESYNC_REQUIRED})
    @GetMapping("/changes")
    @Nullable
    ChangesAnswer all(SyncCall call, HttpServletRequest request, HttpServletResponse response) {
        return answer(call, request, response, syncTypes.named(request));
    }

    @ApiCall(
            id = "sync",
            summary = "Tells what has changed since a token, as /sync/changes does",
            description = SINCE,
            traits = {Trait.BY_TYPES, Trait.CONDITIONAL_AT_HEAD},
            parameters = {
                @ApiParameter(name = "token", description = TOKEN),
                @ApiParameter(name = "since", description = TIME, format = "date-time"),
                @ApiParameter(name = "limit", description = "How many at most.", usual = USUAL, most = MOST)
            },
            refusals = {ProblemCode.INVALID_SYNC_TOKEN, ProblemCode.RESYNC_REQUIRED})
    @GetMapping
    @Nullable
    ChangesAnswer alias(SyncCall call, HttpServletRequest request, HttpServletResponse response) {
        return all(call, request, response);
    }

    @ApiCall(
            id = "syncEntities",
            summary = "Tells what has changed of {types} since a token",
            description = SINCE,
            traits = {Trait.CONDITIONAL_AT_HEAD},
            parameters = {
                @ApiParameter(name = "token", description = TOKEN),
                @ApiParameter(name = "since", description = TIME, format = "date-time"),
                @ApiParameter(name = "limit", description = "How many at most.", usual = USUAL, most = MOST)
            },
            refusals = {ProblemCode.INVALID_SYNC_TOKEN, ProblemCode.RESYNC_REQUIRED})
    @GetMapping("/{type}")
    @Nullable
    ChangesAnswer ofType(
            SyncCall call, @PathVariable String type, HttpServletRequest request, HttpServletResponse response) {
        EntityType wanted =
                syncTypes.find(type).orElseThrow(() -> WriteRefusals.notFound().toException());
        if (request.getParameter("entities") != null) {
            throw Problem.ofParameter("entities", "unknown-parameter", "the path names the type already")
                    .toException();
        }
        return answer(call, request, response, List.of(wanted));
    }

    private @Nullable ChangesAnswer answer(
            SyncCall call, HttpServletRequest request, HttpServletResponse response, List<EntityType> named) {
        int limit = ReadParameters.limit(request, USUAL, MOST);
        Optional<EntityTags> known = Preconditions.of(request).ifNoneMatch();
        List<Held> since = since(call, request);
        if (request.getParameter("token") != null) {
            SyncToken shown = new SyncToken(since.stream().map(Held::cursor).toList());
            sightings.stands(Callers.current().principal().subject(), shown);
        }
        Set<String> only = named.stream().map(EntityType::name).collect(Collectors.toSet());
        Changes.Page page = changes.since(since, only, limit);
        ETag heads = new ETag(page.token().encoded(), false);
        if (!page.hasMore()) {
            response.setHeader(HttpHeaders.ETAG, heads.formattedTag());
        }
        boolean isAtHeads = page.token()
                .equals(new SyncToken(since.stream().map(Held::cursor).toList()));
        boolean isKnown = !page.hasMore()
                && isAtHeads
                && known.filter(tags -> tags.matchWeakly(heads)).isPresent();
        return ConditionalRead.answer(response, HttpHeaders.EMPTY, isKnown, () -> ChangesAnswer.of(page, named, types));
    }

    private List<Held> since(SyncCall call, HttpServletRequest request) {
        Optional<Instant> time = ReadParameters.time(request, "since");
        Optional<String> token = ReadParameters.text(request, "token");
        if (time.isPresent() == token.isPresent()) {
            throw Problem.of(ProblemCode.INVALID_PARAMETER, "Send either token, the last syncToken, or since, a time.")
                    .toException();
        }
        return token.map(given -> tokens.held(call.logs(), given))
                .orElseGet(() -> call.logs().reversed().stream()
                        .map(log -> positions.since(log, time.orElseThrow()))
                        .toList()
                        .reversed());
    }
}
