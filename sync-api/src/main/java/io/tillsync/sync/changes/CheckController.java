package io.tillsync.sync.changes;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.feed.Arrivals;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.Cursor;
import io.tillsync.core.read.Positions.Held;
import io.tillsync.core.tenancy.Sessions;
import io.tillsync.sync.auth.Caller;
import io.tillsync.sync.auth.Callers;
import io.tillsync.sync.call.Data;
import io.tillsync.sync.call.ReadParameters;
import io.tillsync.sync.call.SyncCall;
import io.tillsync.sync.call.SyncTokens;
import io.tillsync.sync.openapi.ApiCall;
import io.tillsync.sync.openapi.ApiParameter;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A long poll, for tills that cannot hold a socket open. */
@RestController
@RequestMapping(path = "/api/v1/sync/check", produces = MediaType.APPLICATION_JSON_VALUE)
class CheckController {

    private static final int USUAL_SECONDS = 25;
    private static final int MOST_SECONDS = 60;

    private final SyncTokens tokens;
    private final Feeds feeds;
    private final Arrivals arrivals;
    private final EndedWaits ends;
    private final Sessions sessions;

    CheckController(SyncTokens tokens, Feeds feeds, Arrivals arrivals, EndedWaits ends, Sessions sessions) {
        this.tokens = tokens;
        this.feeds = feeds;
        this.arrivals = arrivals;
        this.ends = ends;
        this.sessions = sessions;
    }

    record Check(boolean hasChanges) {}

    @ApiCall(
            id = "checkForChanges",
            summary = "Waits until something has changed",
            parameters = {
                @ApiParameter(name = "token", description = "The last syncToken.", required = true),
                @ApiParameter(
                        name = "wait",
                        description = "How many seconds at most.",
                        least = 0,
                        usual = USUAL_SECONDS,
                        most = MOST_SECONDS)
            },
            refusals = {ProblemCode.INVALID_SYNC_TOKEN, ProblemCode.RESYNC_REQUIRED})
    @GetMapping
    Data<Check> check(SyncCall call, Caller caller, HttpServletRequest request) {
        String token = ReadParameters.text(request, "token")
                .orElseThrow(() ->
                        Problem.ofParameter("token", "required", "is required").toException());
        int seconds = ReadParameters.number(request, "wait", USUAL_SECONDS, 0, MOST_SECONDS);
        List<Held> held = tokens.held(call.logs(), token);
        return new Data<>(
                new Check(hasChanges(held) || (seconds > 0 && hasChangesWithin(seconds, call.logs(), held, caller))));
    }

    private boolean hasChanges(List<Held> held) {
        return held.stream().map(Held::cursor).anyMatch(cursor -> !cursor.equals(Cursor.at(feeds.head(cursor.log()))));
    }

    private boolean hasChangesWithin(int seconds, List<LogId> logs, List<Held> held, Caller caller) {
        try (Arrivals.Next next = arrivals.next(logs);
                EndedWaits.Wait wait = ends.of(caller, next)) {
            if (!hasChanges(held) && isStill(caller)) {
                wait.await(Duration.ofSeconds(seconds));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return isStill(caller) && hasChanges(held);
    }

    /**
     * Whether the caller is who they were when the call began. Whom other stores are open to by now is told of nothing new, and can ask again.
     *
     * @throws io.tillsync.sync.problem.ProblemException 401 where their access has ended
     */
    private boolean isStill(Caller caller) {
        return sessions.authenticate(caller.token())
                .orElseThrow(Callers::unknown)
                .equals(caller.principal());
    }
}
