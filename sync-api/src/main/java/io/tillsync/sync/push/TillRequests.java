package io.tillsync.sync.push;

import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.Cursor;
import io.tillsync.core.read.Positions;
import io.tillsync.core.read.Positions.Held;
import io.tillsync.core.read.SyncToken;
import io.tillsync.core.tenancy.Sightings;
import io.tillsync.sync.problem.ProblemCode;
import io.tillsync.sync.socket.SocketRequests;
import io.tillsync.sync.socket.SocketSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers what tills ask over their socket. */
@Component
class TillRequests implements SocketRequests {

    private final Feeds feeds;
    private final Positions positions;
    private final AcknowledgedPositions acknowledged;
    private final Sightings sightings;

    TillRequests(Feeds feeds, Positions positions, AcknowledgedPositions acknowledged, Sightings sightings) {
        this.feeds = feeds;
        this.positions = positions;
        this.acknowledged = acknowledged;
        this.sightings = sightings;
    }

    @Override
    public HelloAnswer hello(SocketSession session, String token) {
        List<LogId> logs = logs(session);
        Optional<SyncToken> given = SyncToken.parse(logs, token);
        if (given.isEmpty()) {
            return new HelloAnswer.Refused(ProblemCode.INVALID_SYNC_TOKEN.code());
        }
        List<Held> held = new ArrayList<>();
        given.get().parts().forEach(cursor -> positions.find(cursor).ifPresent(held::add));
        if (held.size() < logs.size()) {
            return new HelloAnswer.Refused(ProblemCode.RESYNC_REQUIRED.code());
        }
        sightings.stands(SocketNames.subject(session.principalId()), given.get());
        return standing(held);
    }

    private HelloAnswer standing(List<Held> held) {
        List<Head> heads =
                feeds.heads(held.stream().map(one -> one.cursor().log()).toList());
        long behind = 0;
        for (int i = 0; i < heads.size(); i++) {
            behind += Math.max(
                    0, heads.get(i).seq().value() - held.get(i).cursor().seq().value());
        }
        return new HelloAnswer.Standing(
                new SyncToken(heads.stream().map(Cursor::at).toList()).encoded(), behind);
    }

    @Override
    public void ack(SocketSession session, String token) {
        SyncToken.parse(logs(session), token).ifPresent(given -> {
            acknowledged.put(session.principalId(), given);
            sightings.stands(SocketNames.subject(session.principalId()), given);
        });
    }

    /** The rooms are the logs; by their names the business's comes first. */
    private static List<LogId> logs(SocketSession session) {
        return session.rooms().stream().map(LogId::new).sorted().toList();
    }
}
