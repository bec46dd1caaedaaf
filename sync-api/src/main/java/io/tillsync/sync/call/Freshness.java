package io.tillsync.sync.call;

import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.Cursor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes sure that a caller who shows a later position than this process knows is not told of an earlier one. */
@Component
public class Freshness {

    private final Feeds feeds;

    Freshness(Feeds feeds) {
        this.feeds = feeds;
    }

    /** The log's head, not before that of the request's {@code X-Sync-Token}, which may also be a whole token or another log's part. */
    public Head head(HttpServletRequest request, LogId log) {
        Head known = feeds.head(log);
        boolean isBehind = shown(request, log)
                .filter(cursor -> cursor.seq().isAfter(known.seq()))
                .isPresent();
        return isBehind ? feeds.of(log).head(Duration.ZERO) : known;
    }

    private static Optional<Cursor> shown(HttpServletRequest request, LogId log) {
        return Optional.ofNullable(request.getHeader("X-Sync-Token")).stream()
                .flatMap(token -> Arrays.stream(token.split(",", -1)))
                .flatMap(part -> Cursor.parse(log, part).stream())
                .findFirst();
    }
}
