package io.tillsync.sync.call;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.read.Cursor;
import io.tillsync.core.read.Positions;
import io.tillsync.core.read.Positions.Held;
import io.tillsync.core.read.SyncToken;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes the tokens that clients send, or says what is wrong with them. */
@Component
public class SyncTokens {

    private final Positions positions;

    SyncTokens(Positions positions) {
        this.positions = positions;
    }

    /**
     * Where a token stands in each of the logs.
     *
     * @throws io.tillsync.sync.problem.ProblemException 400 where it is no token of these logs, 410 where they do not hold it
     */
    public List<Held> held(List<LogId> logs, String token) {
        return held(SyncToken.parse(logs, token)
                .orElseThrow(() -> invalid().toException())
                .parts());
    }

    /** Where cursors stand; 410 where a log does not hold one. */
    public List<Held> held(List<Cursor> cursors) {
        return cursors.stream()
                .map(cursor -> positions.find(cursor).orElseThrow(() -> resync().toException()))
                .toList();
    }

    /** What was sent is no token, or one of other logs. */
    public static Problem invalid() {
        return Problem.of(
                ProblemCode.INVALID_SYNC_TOKEN,
                "This is no token of this store. Send the last syncToken as it was given, or begin with /sync/full.");
    }

    private static Problem resync() {
        return Problem.of(
                ProblemCode.RESYNC_REQUIRED,
                "The server's history does not hold this position, as after a restored backup. Load everything with /sync/full, and send again what you have not seen in it.");
    }
}
