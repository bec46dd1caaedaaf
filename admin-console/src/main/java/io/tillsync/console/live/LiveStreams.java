package io.tillsync.console.live;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.console.page.Place;
import io.tillsync.core.feed.Arrivals;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.CommitReader;
import io.tillsync.core.read.Cursor;
import io.tillsync.core.read.Positions;
import io.tillsync.core.read.SyncToken;
import io.tillsync.core.tenancy.Sessions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Writes streams, each in a virtual thread of its own: one whose browser is slow waits for nobody but itself. A stream ends with the
 * session that it was opened by.
 */
@Component
class LiveStreams {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
    private static final Duration PULSE = Duration.ofSeconds(15);
    /** Who has missed more looks at everything anew instead. */
    private static final int MOST_COMMITS = 500;

    private final Feeds feeds;
    private final Arrivals arrivals;
    private final Positions positions;
    private final CommitReader reader;
    private final Sessions sessions;
    private final CommitNotes notes;

    LiveStreams(
            Feeds feeds,
            Arrivals arrivals,
            Positions positions,
            CommitReader reader,
            Sessions sessions,
            CommitNotes notes) {
        this.feeds = feeds;
        this.arrivals = arrivals;
        this.positions = positions;
        this.reader = reader;
        this.sessions = sessions;
        this.notes = notes;
    }

    void open(Place place, Optional<String> token, SseEmitter emitter) {
        Stream stream = new Stream(place, emitter, start(place.logs(), token));
        emitter.onCompletion(stream::end);
        emitter.onError(fault -> stream.end());
        Thread.ofVirtual().name("live-" + place.store().id()).start(stream);
    }

    /** Where a token stands, if it stands anywhere near; else where the logs are now. */
    private List<Cursor> start(List<LogId> logs, Optional<String> token) {
        return token.flatMap(text -> SyncToken.parse(logs, text))
                .filter(held -> held.parts().stream().allMatch(this::isNear))
                .map(SyncToken::parts)
                .orElseGet(() -> logs.stream().map(feeds::head).map(Cursor::at).toList());
    }

    private boolean isNear(Cursor cursor) {
        return positions.find(cursor).isPresent()
                && feeds.head(cursor.log()).seq().value() - cursor.seq().value() <= MOST_COMMITS;
    }

    private final class Stream implements Runnable {

        private final Place place;
        private final SseEmitter emitter;
        private final List<Cursor> cursors;
        private volatile boolean isOver;

        Stream(Place place, SseEmitter emitter, List<Cursor> start) {
            this.place = place;
            this.emitter = emitter;
            this.cursors = new ArrayList<>(start);
        }

        void end() {
            isOver = true;
        }

        @Override
        public void run() {
            try {
                emitter.send(SseEmitter.event().name("open").id(token()).data("{}"));
                while (!isOver && !arrivals.isOver() && isSessionOpen()) {
                    follow();
                }
                emitter.complete();
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("A browser has gone: {}", gone.toString());
            } catch (RuntimeException e) {
                LOG.debug("A live stream ends: {}", e.toString());
                emitter.completeWithError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Whether it is, and its visitor still is and may what they were and might: else the browser asks anew, and is judged anew. */
        private boolean isSessionOpen() {
            return sessions.authenticate(place.visitor().token())
                    .filter(place.visitor().principal()::equals)
                    .isPresent();
        }

        private void follow() throws IOException, InterruptedException {
            try (Arrivals.Next next = arrivals.next(place.logs())) {
                boolean sent = false;
                for (int i = 0; i < cursors.size(); i++) {
                    sent |= send(i);
                }
                if (!sent && !next.await(PULSE)) {
                    emitter.send(SseEmitter.event().comment(""));
                }
            }
        }

        private boolean send(int part) throws IOException {
            Cursor cursor = cursors.get(part);
            Head head = feeds.head(cursor.log());
            Iterator<Commit> commits = reader.between(cursor.log(), cursor.seq(), head);
            boolean any = false;
            while (commits.hasNext() && !isOver) {
                Commit commit = commits.next();
                cursors.set(part, Cursor.at(commit));
                emitter.send(SseEmitter.event().name("commit").id(token()).data(notes.of(place, commit)));
                any = true;
            }
            return any;
        }

        private String token() {
            return new SyncToken(List.copyOf(cursors)).encoded();
        }
    }
}
