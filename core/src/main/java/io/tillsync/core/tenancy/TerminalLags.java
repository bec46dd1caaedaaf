package io.tillsync.core.tenancy;

import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.CommitTimes;
import io.tillsync.audit.log.CommitTimes.Position;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.Cursor;
import io.tillsync.core.read.Entities;
import io.tillsync.core.read.SyncToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * How far all tills of the installation are behind their logs, by what they have last shown. Made for being asked now and then: it asks the
 * database a few questions, whatever the number of tills, and looks at no more than {@value #MOST} of them.
 */
@Component
public class TerminalLags {

    /** A till that was heard of within this time counts as online; another process may tell of it a minute late. */
    public static final Duration ONLINE = Duration.ofMinutes(3);

    private static final int MOST = 20_000;
    private static final Entities.Query NOT_REVOKED =
            new Entities.Query("", Map.of(TerminalType.REVOKED, false), Map.of(), Optional.empty(), false);

    private final Entities entities;
    private final Sightings sightings;
    private final CommitTimes times;
    private final Feeds feeds;
    private final Clock clock;
    private volatile Known known = new Known(Head.empty(Logs.INSTALLATION), List.of());

    TerminalLags(Entities entities, Sightings sightings, MongoDatabase database, Feeds feeds, Clock clock) {
        this.entities = entities;
        this.sightings = sightings;
        this.times = new CommitTimes(database);
        this.feeds = feeds;
        this.clock = clock;
    }

    /**
     * A till that was heard of, and has shown what it knows.
     *
     * @param isOnline whether it was heard of lately
     * @param behind how old the first commit was that it did not know, when it was last heard of, or now if it is not online; zero where
     *     it knew them all
     */
    public record Standing(String terminalId, SyncToken token, boolean isOnline, Duration behind) {

        /** The till's store. */
        public LogId store() {
            return token.parts().getLast().log();
        }
    }

    /**
     * All that have enrolled and are not revoked.
     *
     * @param silent those that were never heard of, or have never shown what they know
     */
    public record Survey(int silent, List<Standing> standings) {}

    private record Known(Head head, List<Terminal> terminals) {}

    private record Heard(String terminalId, Instant at, SyncToken token) {}

    public Survey look() {
        List<Terminal> terminals = terminals();
        Map<String, Sightings.Sighting> seen = sightings.all(MOST);
        List<Heard> heard = terminals.stream()
                .flatMap(terminal -> heard(terminal, Optional.ofNullable(seen.get(terminal.id()))).stream())
                .toList();
        Map<Position, Instant> missing = times.at(unknown(heard));
        Instant now = clock.instant();
        return new Survey(
                terminals.size() - heard.size(),
                heard.stream().map(one -> standing(one, missing, now)).toList());
    }

    /** How many commits a till lacks. Asks for the heads that this process does not know: for a few tills only. */
    public long commitsBehind(Standing till) {
        return till.token().parts().stream()
                .mapToLong(cursor ->
                        feeds.head(cursor.log()).seq().value() - cursor.seq().value())
                .filter(behind -> behind > 0)
                .sum();
    }

    /** They change seldom: read again only where the installation has changed. */
    private List<Terminal> terminals() {
        Head head = feeds.head(Logs.INSTALLATION);
        Known now = known;
        if (!now.head().equals(head)) {
            now = new Known(head, readTerminals());
            known = now;
        }
        return now.terminals();
    }

    private List<Terminal> readTerminals() {
        return entities
                .list(Logs.INSTALLATION, TerminalType.TYPE, NOT_REVOKED, Optional.empty(), MOST)
                .states()
                .stream()
                .map(Terminal::of)
                .filter(terminal -> terminal.credential().isPresent())
                .toList();
    }

    private static Optional<Heard> heard(Terminal terminal, Optional<Sightings.Sighting> sighting) {
        List<LogId> logs = List.of(Logs.business(terminal.businessId()), Logs.store(terminal.storeId()));
        return sighting.flatMap(seen -> seen.token()
                .flatMap(token -> SyncToken.parse(logs, token))
                .map(token -> new Heard(terminal.id(), seen.at(), token)));
    }

    /** What follows the tills' positions, unless this process knows anyway that nothing does. */
    private Set<Position> unknown(List<Heard> heard) {
        Set<Position> unknown = new HashSet<>();
        heard.stream()
                .flatMap(one -> one.token().parts().stream())
                .filter(cursor -> !feeds.isAtHead(cursor.log(), cursor.seq()))
                .forEach(cursor -> unknown.add(next(cursor)));
        return unknown;
    }

    private static Position next(Cursor cursor) {
        return new Position(cursor.log(), cursor.seq().next());
    }

    private static Standing standing(Heard one, Map<Position, Instant> missing, Instant now) {
        boolean isOnline = one.at().plus(ONLINE).isAfter(now);
        Instant then = isOnline ? one.at() : now;
        Duration behind = one.token().parts().stream()
                .flatMap(cursor -> Optional.ofNullable(missing.get(next(cursor))).stream())
                .map(first -> Duration.between(first, then))
                .filter(Duration::isPositive)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new Standing(one.terminalId(), one.token(), isOnline, behind);
    }
}
